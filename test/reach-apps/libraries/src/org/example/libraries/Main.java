package org.example.libraries;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Clients.drive(this);
        Jetpack.drive(this);
        Kotlin.drive(this);
        Rx2.drive(this);
        Rx3.drive(this);
    }
}
