package com.example.fernpath;

import android.app.Application;
import com.adjust.sdk.Adjust;
import com.facebook.react.ReactApplication;

public class MainApplication extends Application implements ReactApplication {
  @Override
  public void onCreate() {
    super.onCreate();
    Adjust.onCreate(this, "sample0token");
  }

  @Override
  public String getJSBundleFile() {
    return "assets://index.android.bundle";
  }
}
