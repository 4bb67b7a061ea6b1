package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class Authentication {
    static void drive(android.app.Activity host) throws Exception {
        java.net.Authenticator.setDefault(new Reached());
        Kept.last = new Unreached();
    }

    static class Reached extends java.net.Authenticator {
        protected java.net.PasswordAuthentication getPasswordAuthentication() { Phone.it.getDeviceId(); return null; }
    }

    static class Unreached extends java.net.Authenticator {
        protected java.net.PasswordAuthentication getPasswordAuthentication() { Phone.it.getDeviceId(); return null; }
    }
}
