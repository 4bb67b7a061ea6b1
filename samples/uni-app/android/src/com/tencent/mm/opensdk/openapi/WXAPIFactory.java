package com.tencent.mm.opensdk.openapi;

import android.content.Context;

/** Stand-in written for this sample: the name is the real SDK's, the code is not. */
public class WXAPIFactory {
  private final String appId;

  private WXAPIFactory(String appId) {
    this.appId = appId;
  }

  public static WXAPIFactory createWXAPI(Context context, String appId) {
    return new WXAPIFactory(context.getPackageName() + '/' + appId);
  }

  public String getAppId() {
    return appId;
  }
}
