package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class Handshake {
    static void drive(android.app.Activity host) throws Exception {
        Given.<javax.net.ssl.SSLSocket>of(host).addHandshakeCompletedListener(new Reached());
        Kept.last = new Unreached();
    }

    static class Reached implements javax.net.ssl.HandshakeCompletedListener {
        public void handshakeCompleted(javax.net.ssl.HandshakeCompletedEvent e) { Phone.it.getDeviceId(); }
    }

    static class Unreached implements javax.net.ssl.HandshakeCompletedListener {
        public void handshakeCompleted(javax.net.ssl.HandshakeCompletedEvent e) { Phone.it.getDeviceId(); }
    }
}
