package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class PreferenceChange {
    static void drive(android.app.Activity host) throws Exception {
        Given.<java.util.prefs.Preferences>of(host).addPreferenceChangeListener(new Reached());
        Kept.last = new Unreached();
    }

    static class Reached implements java.util.prefs.PreferenceChangeListener {
        public void preferenceChange(java.util.prefs.PreferenceChangeEvent e) { Phone.it.getDeviceId(); }
    }

    static class Unreached implements java.util.prefs.PreferenceChangeListener {
        public void preferenceChange(java.util.prefs.PreferenceChangeEvent e) { Phone.it.getDeviceId(); }
    }
}
