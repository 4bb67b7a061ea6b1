package com.example.qingtian.device;

import android.content.Context;
import android.net.ConnectivityManager;
import android.net.NetworkInfo;
import android.net.wifi.WifiInfo;
import android.net.wifi.WifiManager;
import android.os.Build;
import android.provider.Settings;
import android.telephony.TelephonyManager;
import org.json.JSONException;
import org.json.JSONObject;

/** What the server is told of the device at the start of a session. */
public final class DeviceProfile {
  private DeviceProfile() {}

  public static JSONObject collect(Context context) {
    JSONObject profile = new JSONObject();
    try {
      addDeclared(context, profile);
      addUndeclared(context, profile);
    } catch (JSONException cause) {
      throw new IllegalStateException(cause);
    }
    return profile;
  }

  /** Named one by one in the policy. */
  private static void addDeclared(Context context, JSONObject profile) throws JSONException {
    profile.put("brand", Build.BRAND);
    profile.put("model", Build.MODEL);
    profile.put("os", Build.VERSION.RELEASE);
    profile.put(
        "androidId",
        Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID));
    TelephonyManager telephony =
        (TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE);
    profile.put("carrier", telephony.getNetworkOperatorName());
    ConnectivityManager connectivity =
        (ConnectivityManager) context.getSystemService(Context.CONNECTIVITY_SERVICE);
    NetworkInfo network = connectivity.getActiveNetworkInfo();
    profile.put("network", network == null ? "none" : network.getTypeName());
  }

  /** The policy has no more than 设备信息 for these. */
  private static void addUndeclared(Context context, JSONObject profile) throws JSONException {
    TelephonyManager telephony =
        (TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE);
    profile.put("imei", telephony.getDeviceId());
    profile.put("serial", Build.SERIAL);
    profile.put("bootSerial", SystemProperties.bootSerial());
    WifiManager wifi = (WifiManager) context.getSystemService(Context.WIFI_SERVICE);
    WifiInfo connection = wifi.getConnectionInfo();
    profile.put("mac", connection.getMacAddress());
    profile.put("ssid", connection.getSSID());
  }
}
