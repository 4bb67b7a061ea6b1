package com.tencent.bugly.crashreport;

import android.app.ActivityManager;
import android.content.Context;
import android.os.Build;

/** Stand-in written for this sample: the name is the real SDK's, the code is not. */
public class CrashReport {
  private static String header = "";

  public static void initCrashReport(Context context, String appId, boolean debug) {
    ActivityManager activities =
        (ActivityManager) context.getSystemService(Context.ACTIVITY_SERVICE);
    ActivityManager.MemoryInfo memory = new ActivityManager.MemoryInfo();
    activities.getMemoryInfo(memory);
    header = appId + '|' + Build.MODEL + '|' + Build.VERSION.RELEASE + '|' + memory.totalMem;
  }

  public static String getHeader() {
    return header;
  }
}
