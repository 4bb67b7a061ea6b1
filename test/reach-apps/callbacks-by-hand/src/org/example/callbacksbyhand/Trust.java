package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class Trust {
    static void drive(android.app.Activity host) throws Exception {
        javax.net.ssl.SSLContext.getInstance("TLS").init(null, new javax.net.ssl.TrustManager[] {new Reached()}, null);
        Kept.last = new Unreached();
    }

    static class Reached implements javax.net.ssl.X509TrustManager {
        public void checkClientTrusted(java.security.cert.X509Certificate[] c, String a) {} public void checkServerTrusted(java.security.cert.X509Certificate[] c, String a) { Phone.it.getDeviceId(); } public java.security.cert.X509Certificate[] getAcceptedIssuers() { return null; }
    }

    static class Unreached implements javax.net.ssl.X509TrustManager {
        public void checkClientTrusted(java.security.cert.X509Certificate[] c, String a) {} public void checkServerTrusted(java.security.cert.X509Certificate[] c, String a) { Phone.it.getDeviceId(); } public java.security.cert.X509Certificate[] getAcceptedIssuers() { return null; }
    }
}
