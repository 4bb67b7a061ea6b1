package com.baidu.mobstat;

import android.app.ActivityManager;
import android.content.Context;
import android.os.Build;
import android.provider.Settings;

/** Stand-in written for this sample: the name is the real SDK's, the code is not. */
public class StatService {
  public static void start(Context context) {
    StringBuilder report = new StringBuilder();
    report.append(Build.MODEL).append(';').append(Build.VERSION.RELEASE);
    report
        .append(';')
        .append(
            Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID));
    ActivityManager activities =
        (ActivityManager) context.getSystemService(Context.ACTIVITY_SERVICE);
    for (ActivityManager.RunningAppProcessInfo process : activities.getRunningAppProcesses()) {
      report.append(';').append(process.processName);
    }
    context
        .getSharedPreferences("mobstat_sample", Context.MODE_PRIVATE)
        .edit()
        .putString("report", report.toString())
        .apply();
  }
}
