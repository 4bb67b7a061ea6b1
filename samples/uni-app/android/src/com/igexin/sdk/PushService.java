package com.igexin.sdk;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;

/** Stand-in written for this sample: the name is the real SDK's, the code is not. */
public class PushService extends Service {
  @Override
  public int onStartCommand(Intent intent, int flags, int startId) {
    return START_STICKY;
  }

  @Override
  public IBinder onBind(Intent intent) {
    return null;
  }
}
