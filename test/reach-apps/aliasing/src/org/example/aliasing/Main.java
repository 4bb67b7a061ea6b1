package org.example.aliasing;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Collections.drive(this);
        Objects.drive(this);
        Passing.drive(this);
        Lent.drive();
        Removed.drive();
        Rows.drive();
        Storage.drive(this);
    }
}
