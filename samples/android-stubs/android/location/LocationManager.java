package android.location;

public class LocationManager {
  public static final String GPS_PROVIDER = "gps";
  public static final String NETWORK_PROVIDER = "network";

  public Location getLastKnownLocation(String provider) {
    return null;
  }

  public void requestLocationUpdates(
      String provider, long minTime, float minDistance, LocationListener listener) {}
}
