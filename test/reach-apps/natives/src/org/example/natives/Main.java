package org.example.natives;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    static {
        System.loadLibrary("calls");
    }

    native void startNative();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        startNative();
    }
}
