package com.example.qingtian;

import android.app.Application;
import cn.jpush.android.api.JPushInterface;
import com.tencent.bugly.crashreport.CrashReport;
import com.umeng.commonsdk.UMConfigure;

/** Starts the SDKs with the process, before the person could agree to anything. */
public class WeatherApplication extends Application {
  @Override
  public void onCreate() {
    super.onCreate();
    CrashReport.initCrashReport(this, "sample0001", false);
    UMConfigure.init(
        this, "000000000000000000000001", "sample", UMConfigure.DEVICE_TYPE_PHONE, null);
    JPushInterface.init(this);
  }
}
