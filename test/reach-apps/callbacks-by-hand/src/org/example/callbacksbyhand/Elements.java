package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class Elements {
    static void drive(android.app.Activity host) throws Exception {
        new java.util.ArrayList<Object>(new Reached());
        Kept.last = new Unreached();
    }

    static class Reached extends java.util.AbstractCollection<Object> {
        public java.util.Iterator<Object> iterator() { Phone.it.getDeviceId(); return null; } public int size() { return 0; }
    }

    static class Unreached extends java.util.AbstractCollection<Object> {
        public java.util.Iterator<Object> iterator() { Phone.it.getDeviceId(); return null; } public int size() { return 0; }
    }
}
