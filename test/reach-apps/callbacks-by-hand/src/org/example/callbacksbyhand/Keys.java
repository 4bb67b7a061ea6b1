package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class Keys {
    static void drive(android.app.Activity host) throws Exception {
        javax.net.ssl.SSLContext.getInstance("TLS").init(new javax.net.ssl.KeyManager[] {new Reached()}, null, null);
        Kept.last = new Unreached();
    }

    static class Reached extends javax.net.ssl.X509ExtendedKeyManager {
        public String[] getClientAliases(String k, java.security.Principal[] p) { return null; } public String chooseClientAlias(String[] k, java.security.Principal[] p, java.net.Socket s) { Phone.it.getDeviceId(); return null; } public String[] getServerAliases(String k, java.security.Principal[] p) { return null; } public String chooseServerAlias(String k, java.security.Principal[] p, java.net.Socket s) { return null; } public java.security.cert.X509Certificate[] getCertificateChain(String a) { return null; } public java.security.PrivateKey getPrivateKey(String a) { return null; }
    }

    static class Unreached extends javax.net.ssl.X509ExtendedKeyManager {
        public String[] getClientAliases(String k, java.security.Principal[] p) { return null; } public String chooseClientAlias(String[] k, java.security.Principal[] p, java.net.Socket s) { Phone.it.getDeviceId(); return null; } public String[] getServerAliases(String k, java.security.Principal[] p) { return null; } public String chooseServerAlias(String k, java.security.Principal[] p, java.net.Socket s) { return null; } public java.security.cert.X509Certificate[] getCertificateChain(String a) { return null; } public java.security.PrivateKey getPrivateKey(String a) { return null; }
    }
}
