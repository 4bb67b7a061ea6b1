package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class ForkJoinThreads {
    static void drive(android.app.Activity host) throws Exception {
        new java.util.concurrent.ForkJoinPool(1, new Reached(), null, false);
        Kept.last = new Unreached();
    }

    static class Reached implements java.util.concurrent.ForkJoinPool.ForkJoinWorkerThreadFactory {
        public java.util.concurrent.ForkJoinWorkerThread newThread(java.util.concurrent.ForkJoinPool p) { Phone.it.getDeviceId(); return null; }
    }

    static class Unreached implements java.util.concurrent.ForkJoinPool.ForkJoinWorkerThreadFactory {
        public java.util.concurrent.ForkJoinWorkerThread newThread(java.util.concurrent.ForkJoinPool p) { Phone.it.getDeviceId(); return null; }
    }
}
