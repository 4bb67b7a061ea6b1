package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class Reading {
    static void drive(android.app.Activity host) throws Exception {
        new java.io.BufferedReader(new Reached()).readLine();
        Kept.last = new Unreached();
    }

    static class Reached extends java.io.Reader {
        public int read(char[] c, int a, int b) { Phone.it.getDeviceId(); return -1; } public void close() {}
    }

    static class Unreached extends java.io.Reader {
        public int read(char[] c, int a, int b) { Phone.it.getDeviceId(); return -1; } public void close() {}
    }
}
