package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class Streams {
    static void drive(android.app.Activity host) throws Exception {
        java.net.URL.setURLStreamHandlerFactory(new Reached());
        Kept.last = new Unreached();
    }

    static class Reached implements java.net.URLStreamHandlerFactory {
        public java.net.URLStreamHandler createURLStreamHandler(String p) { Phone.it.getDeviceId(); return null; }
    }

    static class Unreached implements java.net.URLStreamHandlerFactory {
        public java.net.URLStreamHandler createURLStreamHandler(String p) { Phone.it.getDeviceId(); return null; }
    }
}
