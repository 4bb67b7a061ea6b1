package org.example.values;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.util.Log;

public class Watcher extends BroadcastReceiver {
  @Override
  public void onReceive(Context context, Intent intent) {
    Log.d("t", "got " + intent.getStringExtra("kind"));
  }
}
