package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class FactoryThread {
    static void drive(android.app.Activity host) throws Exception {
        new java.util.concurrent.ThreadPoolExecutor(1, 1, 1, java.util.concurrent.TimeUnit.SECONDS, new java.util.concurrent.LinkedBlockingQueue<Runnable>(), new java.util.concurrent.ThreadFactory() { public Thread newThread(Runnable r) { return new Thread(new Reached()); } }).execute(null);
        Kept.last = new Unreached();
    }

    static class Reached implements Runnable {
        public void run() { Phone.it.getDeviceId(); }
    }

    static class Unreached implements Runnable {
        public void run() { Phone.it.getDeviceId(); }
    }
}
