package android.app;

import android.content.Context;

public class Application extends Context {
  protected void attachBaseContext(Context base) {}

  public void onCreate() {}
}
