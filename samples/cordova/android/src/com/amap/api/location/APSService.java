package com.amap.api.location;

import android.app.Service;
import android.content.Context;
import android.content.Intent;
import android.net.wifi.WifiInfo;
import android.net.wifi.WifiManager;
import android.os.IBinder;

/** Stand-in written for this sample: the name is the real SDK's, the code is not. */
public class APSService extends Service {
  private String accessPoint;

  @Override
  public int onStartCommand(Intent intent, int flags, int startId) {
    WifiManager wifi = (WifiManager) getSystemService(Context.WIFI_SERVICE);
    WifiInfo connection = wifi.getConnectionInfo();
    accessPoint = connection.getBSSID();
    return START_STICKY;
  }

  @Override
  public IBinder onBind(Intent intent) {
    return null;
  }

  public String getAccessPoint() {
    return accessPoint;
  }
}
