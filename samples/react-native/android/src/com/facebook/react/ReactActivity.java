package com.facebook.react;

import android.app.Activity;
import android.os.Bundle;

/** Stand-in written for this sample: the name is the real framework's, the code is not. */
public abstract class ReactActivity extends Activity {
  private String component;

  protected abstract String getMainComponentName();

  @Override
  protected void onCreate(Bundle savedInstanceState) {
    super.onCreate(savedInstanceState);
    component = getMainComponentName();
  }

  public final String getComponent() {
    return component;
  }
}
