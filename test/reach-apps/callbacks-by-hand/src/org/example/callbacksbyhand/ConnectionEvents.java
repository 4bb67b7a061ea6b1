package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class ConnectionEvents {
    static void drive(android.app.Activity host) throws Exception {
        Given.<javax.sql.PooledConnection>of(host).addConnectionEventListener(new Reached());
        Kept.last = new Unreached();
    }

    static class Reached implements javax.sql.ConnectionEventListener {
        public void connectionClosed(javax.sql.ConnectionEvent e) { Phone.it.getDeviceId(); } public void connectionErrorOccurred(javax.sql.ConnectionEvent e) { Phone.it.getDeviceId(); }
    }

    static class Unreached implements javax.sql.ConnectionEventListener {
        public void connectionClosed(javax.sql.ConnectionEvent e) { Phone.it.getDeviceId(); } public void connectionErrorOccurred(javax.sql.ConnectionEvent e) { Phone.it.getDeviceId(); }
    }
}
