package org.example.natives;

import org.example.reach.Phone;

/** Called by native code, by name. */
public class Events {
    public static void reachedFromNative(String name) {
        Phone.it.getDeviceId();
    }

    /** The library does not name it. */
    public static void unreachedFromNative(String name) {
        Phone.it.getDeviceId();
    }

    /** The library names a method of this name, with another descriptor. */
    public static void startNative(int unreached) {
        unreached();
    }

    private static void unreached() {
        Phone.it.getDeviceId();
    }
}
