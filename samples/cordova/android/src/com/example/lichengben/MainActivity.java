package com.example.lichengben;

import android.content.Intent;
import android.os.Bundle;
import com.amap.api.location.APSService;
import com.baidu.mobstat.StatService;
import org.apache.cordova.CordovaActivity;

public class MainActivity extends CordovaActivity {
  @Override
  protected void onCreate(Bundle savedInstanceState) {
    super.onCreate(savedInstanceState);
    StatService.start(this);
    startService(new Intent(this, APSService.class));
    loadUrl(launchUrl);
  }
}
