package android.content;

import android.content.pm.PackageManager;

/** Not abstract, so that the stubs of Activity, Application and Service stay short. */
public class Context {
  public static final String ACTIVITY_SERVICE = "activity";
  public static final String CLIPBOARD_SERVICE = "clipboard";
  public static final String CONNECTIVITY_SERVICE = "connectivity";
  public static final String LOCATION_SERVICE = "location";
  public static final String TELEPHONY_SERVICE = "phone";
  public static final String WIFI_SERVICE = "wifi";
  public static final int MODE_PRIVATE = 0;

  public Context getApplicationContext() {
    return null;
  }

  public ContentResolver getContentResolver() {
    return null;
  }

  public PackageManager getPackageManager() {
    return null;
  }

  public String getPackageName() {
    return null;
  }

  public SharedPreferences getSharedPreferences(String name, int mode) {
    return null;
  }

  public Object getSystemService(String name) {
    return null;
  }

  public void startActivity(Intent intent) {}

  public ComponentName startService(Intent service) {
    return null;
  }
}
