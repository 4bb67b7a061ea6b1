package org.example.values;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;

public class Second extends Activity {
  @Override
  protected void onCreate(Bundle state) {
    super.onCreate(state);
    Log.d("t", getIntent().getStringExtra("id"));
  }
}
