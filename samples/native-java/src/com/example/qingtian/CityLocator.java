package com.example.qingtian;

import android.content.Context;
import android.location.Location;
import android.location.LocationListener;
import android.location.LocationManager;
import android.os.Bundle;
import android.widget.TextView;
import com.example.qingtian.net.WeatherApi;

/** Finds the city to show. The policy declares this one. */
class CityLocator implements LocationListener {
  private TextView label;

  void start(Context context, TextView cityLabel) {
    label = cityLabel;
    LocationManager manager = (LocationManager) context.getSystemService(Context.LOCATION_SERVICE);
    manager.requestLocationUpdates(LocationManager.GPS_PROVIDER, 60000L, 500f, this);
  }

  @Override
  public void onLocationChanged(Location location) {
    label.setText(location.getLatitude() + ", " + location.getLongitude());
    WeatherApi.post(
        "/v2/weather?lat=" + location.getLatitude() + "&lon=" + location.getLongitude(), null);
  }

  @Override
  public void onStatusChanged(String provider, int status, Bundle extras) {}

  @Override
  public void onProviderEnabled(String provider) {}

  @Override
  public void onProviderDisabled(String provider) {}
}
