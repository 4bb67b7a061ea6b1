package com.umeng.commonsdk;

import android.content.Context;
import com.umeng.commonsdk.statistics.DeviceReport;

/** Stand-in written for this sample: the name is the real SDK's, the code is not. */
public class UMConfigure {
  public static final int DEVICE_TYPE_PHONE = 1;

  public static void init(
      Context context, String appKey, String channel, int deviceType, String pushSecret) {
    DeviceReport.send(context, appKey);
  }
}
