package org.example.callbacksbytype;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Drive.all(this);
        } catch (Exception error) {
            finish();
        }
    }
}
