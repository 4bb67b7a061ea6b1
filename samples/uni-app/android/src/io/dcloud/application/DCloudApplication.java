package io.dcloud.application;

import android.app.Application;
import android.os.Build;
import com.igexin.sdk.PushManager;

/** Stand-in written for this sample: the name is the real framework's, the code is not. */
public class DCloudApplication extends Application {
  private static String userAgent = "";

  @Override
  public void onCreate() {
    super.onCreate();
    userAgent = "uni-app (" + Build.MODEL + "; " + Build.VERSION.RELEASE + ")";
    PushManager.getInstance().initialize(this);
  }

  public static String getUserAgent() {
    return userAgent;
  }
}
