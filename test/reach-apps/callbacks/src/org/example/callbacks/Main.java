package org.example.callbacks;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Clicks.drive(this);
        Pages.drive(this);
        Platform.drive(this);
        Sensors.drive(this);
        Views.drive(this);
    }
}
