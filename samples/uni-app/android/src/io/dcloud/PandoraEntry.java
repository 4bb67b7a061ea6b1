package io.dcloud;

import android.app.Activity;
import android.os.Bundle;

/** Stand-in written for this sample: the name is the real framework's, the code is not. */
public class PandoraEntry extends Activity {
  @Override
  protected void onCreate(Bundle savedInstanceState) {
    super.onCreate(savedInstanceState);
  }
}
