package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class NodeChange {
    static void drive(android.app.Activity host) throws Exception {
        Given.<java.util.prefs.Preferences>of(host).addNodeChangeListener(new Reached());
        Kept.last = new Unreached();
    }

    static class Reached implements java.util.prefs.NodeChangeListener {
        public void childAdded(java.util.prefs.NodeChangeEvent e) { Phone.it.getDeviceId(); } public void childRemoved(java.util.prefs.NodeChangeEvent e) { Phone.it.getDeviceId(); }
    }

    static class Unreached implements java.util.prefs.NodeChangeListener {
        public void childAdded(java.util.prefs.NodeChangeEvent e) { Phone.it.getDeviceId(); } public void childRemoved(java.util.prefs.NodeChangeEvent e) { Phone.it.getDeviceId(); }
    }
}
