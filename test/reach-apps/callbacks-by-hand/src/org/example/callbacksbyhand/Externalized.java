package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class Externalized {
    static void drive(android.app.Activity host) throws Exception {
        Given.<java.io.ObjectOutputStream>of(host).writeObject(new Reached());
        Kept.last = new Unreached();
    }

    static class Reached implements java.io.Externalizable {
        public Reached() {} public void readExternal(java.io.ObjectInput in) {} public void writeExternal(java.io.ObjectOutput out) { Phone.it.getDeviceId(); }
    }

    static class Unreached implements java.io.Externalizable {
        public Unreached() {} public void readExternal(java.io.ObjectInput in) {} public void writeExternal(java.io.ObjectOutput out) { Phone.it.getDeviceId(); }
    }
}
