package org.example.libraries;

import android.app.Activity;
import android.os.Bundle;
import org.example.reach.Phone;
import org.greenrobot.eventbus.Subscribe;

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

    @Subscribe
    public void reachedByEvent(String event) {
        Phone.it.getDeviceId();
    }

    public void unreachedByEvent(String event) {
        Phone.it.getDeviceId();
    }
}
