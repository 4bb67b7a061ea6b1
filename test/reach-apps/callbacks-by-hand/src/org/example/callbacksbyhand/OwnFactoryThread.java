package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class OwnFactoryThread {
    static void drive(android.app.Activity host) throws Exception {
        java.util.concurrent.Executors.newCachedThreadPool(new java.util.concurrent.ThreadFactory() { public Thread newThread(Runnable r) { Thread t = new Reached(); t.setName("x"); return t; } });
        Kept.last = new Unreached();
    }

    static class Reached extends Thread {
        public void run() { Phone.it.getDeviceId(); }
    }

    static class Unreached extends Thread {
        public void run() { Phone.it.getDeviceId(); }
    }
}
