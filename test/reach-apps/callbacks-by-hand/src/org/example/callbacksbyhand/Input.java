package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class Input {
    static void drive(android.app.Activity host) throws Exception {
        new java.io.InputStreamReader(new Reached()).read();
        Kept.last = new Unreached();
    }

    static class Reached extends java.io.InputStream {
        public int read() { Phone.it.getDeviceId(); return -1; }
    }

    static class Unreached extends java.io.InputStream {
        public int read() { Phone.it.getDeviceId(); return -1; }
    }
}
