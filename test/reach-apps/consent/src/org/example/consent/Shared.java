package org.example.consent;

import android.os.Handler;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.example.reach.Phone;

/** One way for all tasks of the app: those that are made later do not run when the first ones do. */
final class Shared {
    private static final Executor pool = Executors.newSingleThreadExecutor();
    private static final Handler handler = new Handler();

    private Shared() {}

    static void inThread(Runnable task) {
        new Thread(task).start();
    }

    static void inPool(Runnable task) {
        pool.execute(task);
    }

    static void later(Runnable task) {
        handler.postDelayed(task, 10);
    }

    static void onCreate() {
        inThread(new ThreadEarly());
        inPool(new PoolEarly());
        later(new PostEarly());
    }

    static void onClick() {
        inThread(new ThreadLate());
        inPool(new PoolLate());
        later(new PostLate());
    }

    static class ThreadEarly implements Runnable {
        @Override
        public void run() {
            reachedEarlyInThread();
        }

        private void reachedEarlyInThread() {
            Phone.it.getDeviceId();
        }
    }

    static class ThreadLate implements Runnable {
        @Override
        public void run() {
            reachedLateInThread();
        }

        private void reachedLateInThread() {
            Phone.it.getDeviceId();
        }
    }

    static class PoolEarly implements Runnable {
        @Override
        public void run() {
            reachedEarlyInPool();
        }

        private void reachedEarlyInPool() {
            Phone.it.getDeviceId();
        }
    }

    static class PoolLate implements Runnable {
        @Override
        public void run() {
            reachedLateInPool();
        }

        private void reachedLateInPool() {
            Phone.it.getDeviceId();
        }
    }

    static class PostEarly implements Runnable {
        @Override
        public void run() {
            reachedEarlyPosted();
        }

        private void reachedEarlyPosted() {
            Phone.it.getDeviceId();
        }
    }

    static class PostLate implements Runnable {
        @Override
        public void run() {
            reachedLatePosted();
        }

        private void reachedLatePosted() {
            Phone.it.getDeviceId();
        }
    }
}
