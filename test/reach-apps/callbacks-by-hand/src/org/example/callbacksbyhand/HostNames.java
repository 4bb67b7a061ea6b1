package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class HostNames {
    static void drive(android.app.Activity host) throws Exception {
        javax.net.ssl.HttpsURLConnection.setDefaultHostnameVerifier(new Reached());
        Kept.last = new Unreached();
    }

    static class Reached implements javax.net.ssl.HostnameVerifier {
        public boolean verify(String h, javax.net.ssl.SSLSession s) { Phone.it.getDeviceId(); return true; }
    }

    static class Unreached implements javax.net.ssl.HostnameVerifier {
        public boolean verify(String h, javax.net.ssl.SSLSession s) { Phone.it.getDeviceId(); return true; }
    }
}
