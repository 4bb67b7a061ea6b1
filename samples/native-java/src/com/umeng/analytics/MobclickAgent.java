package com.umeng.analytics;

import android.content.Context;

/** Stand-in written for this sample: the name is the real SDK's, the code is not. */
public class MobclickAgent {
  private static long resumedAt;

  public static void onResume(Context context) {
    resumedAt = System.currentTimeMillis();
  }

  public static void onPause(Context context) {
    context
        .getSharedPreferences("umeng_sample", Context.MODE_PRIVATE)
        .edit()
        .putString("session", Long.toString(System.currentTimeMillis() - resumedAt))
        .apply();
  }
}
