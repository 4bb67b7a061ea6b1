package org.example.answers;

import android.app.Activity;
import android.os.Bundle;
import org.example.reach.Phone;

public class Home extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        reachedLateOnTheSecondScreen();
    }

    private void reachedLateOnTheSecondScreen() { Phone.it.getDeviceId(); }
}
