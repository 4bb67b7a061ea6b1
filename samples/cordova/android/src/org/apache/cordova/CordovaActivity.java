package org.apache.cordova;

import android.app.Activity;
import android.os.Bundle;

/** Stand-in written for this sample: the name is the real framework's, the code is not. */
public class CordovaActivity extends Activity {
  protected String launchUrl = "file:///android_asset/www/index.html";
  private String loaded;

  @Override
  protected void onCreate(Bundle savedInstanceState) {
    super.onCreate(savedInstanceState);
  }

  public void loadUrl(String url) {
    loaded = url;
  }

  public String getLoaded() {
    return loaded;
  }
}
