package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class RowSets {
    static void drive(android.app.Activity host) throws Exception {
        Given.<javax.sql.RowSet>of(host).addRowSetListener(new Reached());
        Kept.last = new Unreached();
    }

    static class Reached implements javax.sql.RowSetListener {
        public void rowSetChanged(javax.sql.RowSetEvent e) { Phone.it.getDeviceId(); } public void rowChanged(javax.sql.RowSetEvent e) { Phone.it.getDeviceId(); } public void cursorMoved(javax.sql.RowSetEvent e) { Phone.it.getDeviceId(); }
    }

    static class Unreached implements javax.sql.RowSetListener {
        public void rowSetChanged(javax.sql.RowSetEvent e) { Phone.it.getDeviceId(); } public void rowChanged(javax.sql.RowSetEvent e) { Phone.it.getDeviceId(); } public void cursorMoved(javax.sql.RowSetEvent e) { Phone.it.getDeviceId(); }
    }
}
