package org.example.idioms;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Buses.drive(this);
        Keeping.drive(this);
        Strategies.drive(this);
        Proxies.drive(this);
        Naming.drive(this);
        Waiting.drive(this);
        Screens.drive(this);
        Binders.drive(this);
        Alarms.drive(this);
        Owned.drive(this);
        Dead.drive(this);
        Holders.drive(this);
    }
}
