package org.example.dispatch;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.example.reach.Phone;

/** What a barrier runs once all have come. */
final class Barriers {
    private Barriers() {}

    static void drive() {
        CyclicBarrier awaited = new CyclicBarrier(1, new AwaitedReached());
        CyclicBarrier idle = new CyclicBarrier(1, new IdleUnreached());
        try {
            awaited.await();
        } catch (InterruptedException | BrokenBarrierException error) {
            idle.reset();
        }
    }

    static class AwaitedReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class IdleUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }
}
