package android.app;

import android.content.Context;
import android.os.Bundle;
import android.view.View;

public class Activity extends Context {
  protected void onCreate(Bundle savedInstanceState) {}

  protected void onResume() {}

  public void setContentView(int layoutResource) {}

  public <T extends View> T findViewById(int id) {
    return null;
  }

  public final void requestPermissions(String[] permissions, int requestCode) {}
}
