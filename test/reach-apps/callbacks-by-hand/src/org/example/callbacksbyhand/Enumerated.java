package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class Enumerated {
    static void drive(android.app.Activity host) throws Exception {
        java.util.Collections.list(new Reached());
        Kept.last = new Unreached();
    }

    static class Reached implements java.util.Enumeration<Object> {
        public boolean hasMoreElements() { Phone.it.getDeviceId(); return false; } public Object nextElement() { return null; }
    }

    static class Unreached implements java.util.Enumeration<Object> {
        public boolean hasMoreElements() { Phone.it.getDeviceId(); return false; } public Object nextElement() { return null; }
    }
}
