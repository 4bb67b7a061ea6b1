package org.example.consent;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import org.example.reach.Phone;

public class Second extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        reachedLateAhead();
        Both.reachedLateBehindFromBoth();
        startService(new Intent(this, Background.Work.class));
    }

    private void reachedLateAhead() {
        Phone.it.getDeviceId();
    }

    /** Read in use and in the background as well. */
    static class Both {
        static void reachedLateBehindFromBoth() {
            Phone.it.getDeviceId();
        }
    }
}
