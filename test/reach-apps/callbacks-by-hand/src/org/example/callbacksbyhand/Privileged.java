package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class Privileged {
    static void drive(android.app.Activity host) throws Exception {
        java.security.AccessController.doPrivileged(new Reached());
        Kept.last = new Unreached();
    }

    static class Reached implements java.security.PrivilegedExceptionAction<Object> {
        public Object run() { Phone.it.getDeviceId(); return null; }
    }

    static class Unreached implements java.security.PrivilegedExceptionAction<Object> {
        public Object run() { Phone.it.getDeviceId(); return null; }
    }
}
