package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class StatementEvents {
    static void drive(android.app.Activity host) throws Exception {
        Given.<javax.sql.PooledConnection>of(host).addStatementEventListener(new Reached());
        Kept.last = new Unreached();
    }

    static class Reached implements javax.sql.StatementEventListener {
        public void statementClosed(javax.sql.StatementEvent e) { Phone.it.getDeviceId(); } public void statementErrorOccurred(javax.sql.StatementEvent e) { Phone.it.getDeviceId(); }
    }

    static class Unreached implements javax.sql.StatementEventListener {
        public void statementClosed(javax.sql.StatementEvent e) { Phone.it.getDeviceId(); } public void statementErrorOccurred(javax.sql.StatementEvent e) { Phone.it.getDeviceId(); }
    }
}
