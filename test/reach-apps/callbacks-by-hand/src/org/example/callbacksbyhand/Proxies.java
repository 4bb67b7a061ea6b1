package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class Proxies {
    static void drive(android.app.Activity host) throws Exception {
        java.net.ProxySelector.setDefault(new Reached());
        Kept.last = new Unreached();
    }

    static class Reached extends java.net.ProxySelector {
        public java.util.List<java.net.Proxy> select(java.net.URI u) { Phone.it.getDeviceId(); return null; } public void connectFailed(java.net.URI u, java.net.SocketAddress a, java.io.IOException e) {}
    }

    static class Unreached extends java.net.ProxySelector {
        public java.util.List<java.net.Proxy> select(java.net.URI u) { Phone.it.getDeviceId(); return null; } public void connectFailed(java.net.URI u, java.net.SocketAddress a, java.io.IOException e) {}
    }
}
