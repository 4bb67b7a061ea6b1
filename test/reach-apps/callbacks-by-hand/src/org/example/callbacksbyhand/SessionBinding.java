package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class SessionBinding {
    static void drive(android.app.Activity host) throws Exception {
        Given.<javax.net.ssl.SSLSession>of(host).putValue("x", new Reached());
        Kept.last = new Unreached();
    }

    static class Reached implements javax.net.ssl.SSLSessionBindingListener {
        public void valueBound(javax.net.ssl.SSLSessionBindingEvent e) { Phone.it.getDeviceId(); } public void valueUnbound(javax.net.ssl.SSLSessionBindingEvent e) { Phone.it.getDeviceId(); }
    }

    static class Unreached implements javax.net.ssl.SSLSessionBindingListener {
        public void valueBound(javax.net.ssl.SSLSessionBindingEvent e) { Phone.it.getDeviceId(); } public void valueUnbound(javax.net.ssl.SSLSessionBindingEvent e) { Phone.it.getDeviceId(); }
    }
}
