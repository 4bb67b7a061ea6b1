package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class PropertyChange {
    static void drive(android.app.Activity host) throws Exception {
        Given.<java.beans.PropertyChangeSupport>of(host).addPropertyChangeListener(new Reached());
        Kept.last = new Unreached();
    }

    static class Reached implements java.beans.PropertyChangeListener {
        public void propertyChange(java.beans.PropertyChangeEvent e) { Phone.it.getDeviceId(); }
    }

    static class Unreached implements java.beans.PropertyChangeListener {
        public void propertyChange(java.beans.PropertyChangeEvent e) { Phone.it.getDeviceId(); }
    }
}
