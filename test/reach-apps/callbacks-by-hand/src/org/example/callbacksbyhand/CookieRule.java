package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class CookieRule {
    static void drive(android.app.Activity host) throws Exception {
        new java.net.CookieManager(null, new Reached());
        Kept.last = new Unreached();
    }

    static class Reached implements java.net.CookiePolicy {
        public boolean shouldAccept(java.net.URI u, java.net.HttpCookie c) { Phone.it.getDeviceId(); return true; }
    }

    static class Unreached implements java.net.CookiePolicy {
        public boolean shouldAccept(java.net.URI u, java.net.HttpCookie c) { Phone.it.getDeviceId(); return true; }
    }
}
