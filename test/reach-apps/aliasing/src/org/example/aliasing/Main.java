package org.example.aliasing;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Objects.drive(this);
        Passing.drive(this);
        Storage.drive(this);
    }
}
