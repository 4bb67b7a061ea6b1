package com.example.qingtian;

import android.app.Service;
import android.content.Context;
import android.content.Intent;
import android.location.Location;
import android.location.LocationManager;
import android.os.IBinder;
import com.example.qingtian.net.WeatherApi;

/** Keeps the forecast fresh while the app is not on the screen. */
public class WeatherUpdateService extends Service {
  @Override
  public int onStartCommand(Intent intent, int flags, int startId) {
    LocationManager manager = (LocationManager) getSystemService(Context.LOCATION_SERVICE);
    Location last = manager.getLastKnownLocation(LocationManager.NETWORK_PROVIDER);
    if (last != null) {
      WeatherApi.post(
          "/v2/warning?lat=" + last.getLatitude() + "&lon=" + last.getLongitude(), null);
    }
    return START_STICKY;
  }

  @Override
  public IBinder onBind(Intent intent) {
    return null;
  }
}
