package cn.jpush.android.api;

import android.app.ActivityManager;
import android.content.Context;
import android.content.Intent;
import android.net.wifi.WifiInfo;
import android.net.wifi.WifiManager;
import android.provider.Settings;
import android.telephony.TelephonyManager;
import cn.jpush.android.service.PushService;

/** Stand-in written for this sample: the name is the real SDK's, the code is not. */
public class JPushInterface {
  public static void init(Context context) {
    StringBuilder identity = new StringBuilder();
    identity.append(
        Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID));
    TelephonyManager telephony =
        (TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE);
    identity.append('|').append(telephony.getSubscriberId());
    WifiManager wifi = (WifiManager) context.getSystemService(Context.WIFI_SERVICE);
    WifiInfo connection = wifi.getConnectionInfo();
    identity.append('|').append(connection.getBSSID());
    ActivityManager activities =
        (ActivityManager) context.getSystemService(Context.ACTIVITY_SERVICE);
    for (ActivityManager.RunningAppProcessInfo process : activities.getRunningAppProcesses()) {
      identity.append('|').append(process.processName);
    }
    context
        .getSharedPreferences("cn.jpush.sample", Context.MODE_PRIVATE)
        .edit()
        .putString("identity", identity.toString())
        .apply();
    context.startService(new Intent(context, PushService.class));
  }
}
