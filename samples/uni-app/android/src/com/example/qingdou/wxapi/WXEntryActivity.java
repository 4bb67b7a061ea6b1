package com.example.qingdou.wxapi;

import android.app.Activity;
import android.os.Bundle;
import com.tencent.mm.opensdk.openapi.WXAPIFactory;

/** Where the login of another app comes back to. */
public class WXEntryActivity extends Activity {
  private WXAPIFactory api;

  @Override
  protected void onCreate(Bundle savedInstanceState) {
    super.onCreate(savedInstanceState);
    api = WXAPIFactory.createWXAPI(this, "wx0000000000000001");
  }

  public WXAPIFactory getApi() {
    return api;
  }
}
