package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class OldOrientation {
    static void drive(android.app.Activity host) throws Exception {
        new Reached().enable();
        Kept.last = new Unreached();
    }

    static class Reached extends android.view.OrientationListener {
        Reached() { super((android.content.Context) null); } public void onOrientationChanged(int o) { Phone.it.getDeviceId(); }
    }

    static class Unreached extends android.view.OrientationListener {
        Unreached() { super((android.content.Context) null); } public void onOrientationChanged(int o) { Phone.it.getDeviceId(); }
    }
}
