package org.example.idioms;

import android.app.Activity;
import org.example.reach.Phone;

/** Code that cannot run. */
final class Dead {
    static final boolean DEBUG = false;

    private static void unreachedPrivate() {
        Phone.it.getDeviceId();
    }

    private static void unreachedFromUnreached() {
        unreachedPrivate();
    }

    static void unreachedInDebug() {
        Phone.it.getDeviceId();
    }

    static final class OnlyTypeUnreached {
        void read() {
            Phone.it.getDeviceId();
        }
    }

    static final class TestUnreached {
        public void testReads() {
            Phone.it.getDeviceId();
        }
    }

    static void drive(Activity host) {
        if (DEBUG) unreachedInDebug();
        Object any = host;
        if (any instanceof OnlyTypeUnreached) ((OnlyTypeUnreached) any).read();
    }
}
