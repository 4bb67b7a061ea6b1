package org.example.constants;

import android.app.Activity;
import android.os.Bundle;
import org.example.reach.Phone;

/** What constants choose that methods are given. */
public class Choices extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Mode.valueOf("LOUD").act();
        Sound.valueOf(state.getString("sound")).play();
    }

    enum Mode {
        LOUD { void act() { reachedLoud(); } },
        QUIET { void act() { unreachedQuiet(); } };

        abstract void act();

        private static void reachedLoud() { Phone.it.getDeviceId(); }
        private static void unreachedQuiet() { Phone.it.getDeviceId(); }
    }

    enum Sound {
        BELL { void play() { reachedBell(); } },
        DRUM { void play() { reachedDrum(); } };

        abstract void play();

        private static void reachedBell() { Phone.it.getDeviceId(); }
        private static void reachedDrum() { Phone.it.getDeviceId(); }
    }
}
