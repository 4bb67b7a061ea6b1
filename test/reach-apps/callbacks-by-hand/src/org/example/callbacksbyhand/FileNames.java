package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class FileNames {
    static void drive(android.app.Activity host) throws Exception {
        host.getFilesDir().list(new Reached());
        Kept.last = new Unreached();
    }

    static class Reached implements java.io.FilenameFilter {
        public boolean accept(java.io.File f, String n) { Phone.it.getDeviceId(); return true; }
    }

    static class Unreached implements java.io.FilenameFilter {
        public boolean accept(java.io.File f, String n) { Phone.it.getDeviceId(); return true; }
    }
}
