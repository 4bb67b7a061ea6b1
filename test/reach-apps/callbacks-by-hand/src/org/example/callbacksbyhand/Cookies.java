package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class Cookies {
    static void drive(android.app.Activity host) throws Exception {
        java.net.CookieHandler.setDefault(new Reached());
        Kept.last = new Unreached();
    }

    static class Reached extends java.net.CookieHandler {
        public java.util.Map<String, java.util.List<String>> get(java.net.URI u, java.util.Map<String, java.util.List<String>> h) { Phone.it.getDeviceId(); return null; } public void put(java.net.URI u, java.util.Map<String, java.util.List<String>> h) {}
    }

    static class Unreached extends java.net.CookieHandler {
        public java.util.Map<String, java.util.List<String>> get(java.net.URI u, java.util.Map<String, java.util.List<String>> h) { Phone.it.getDeviceId(); return null; } public void put(java.net.URI u, java.util.Map<String, java.util.List<String>> h) {}
    }
}
