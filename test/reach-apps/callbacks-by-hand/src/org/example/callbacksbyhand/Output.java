package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class Output {
    static void drive(android.app.Activity host) throws Exception {
        new java.io.PrintStream(new Reached()).println("x");
        Kept.last = new Unreached();
    }

    static class Reached extends java.io.OutputStream {
        public void write(int b) { Phone.it.getDeviceId(); }
    }

    static class Unreached extends java.io.OutputStream {
        public void write(int b) { Phone.it.getDeviceId(); }
    }
}
