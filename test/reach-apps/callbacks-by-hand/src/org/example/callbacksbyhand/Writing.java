package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class Writing {
    static void drive(android.app.Activity host) throws Exception {
        new java.io.PrintWriter(new Reached()).println("x");
        Kept.last = new Unreached();
    }

    static class Reached extends java.io.Writer {
        public void write(char[] c, int a, int b) { Phone.it.getDeviceId(); } public void flush() {} public void close() {}
    }

    static class Unreached extends java.io.Writer {
        public void write(char[] c, int a, int b) { Phone.it.getDeviceId(); } public void flush() {} public void close() {}
    }
}
