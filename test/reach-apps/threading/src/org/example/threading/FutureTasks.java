package org.example.threading;

import android.app.Activity;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RecursiveTask;
import org.example.reach.Kept;
import org.example.reach.Phone;

final class FutureTasks {
    static void drive(Activity host) {
        ExecutorService pool = Executors.newCachedThreadPool();
        new FutureTask<String>(new FutureTaskRunReached()).run();
        Kept.last = new FutureTaskRunUnreached();

        new Thread(new FutureTask<String>(new FutureTaskInThreadReached())).start();
        Kept.last = new FutureTaskInThreadUnreached();

        pool.execute(new FutureTask<String>(new FutureTaskOfRunnableReached(), "result"));
        Kept.last = new FutureTaskOfRunnableUnreached();

        pool.execute(new FutureTaskDoneReached());
        Kept.last = FutureTaskDoneUnreached.class;

        new ForkJoinPool().invoke(new ForkJoinReached());
        Kept.last = new ForkJoinUnreached();

        new ForkReached().fork();
        Kept.last = new ForkUnreached().getRawResult();
    }

    static class FutureTaskRunReached implements Callable<String> {
        @Override
        public String call() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class FutureTaskRunUnreached implements Callable<String> {
        @Override
        public String call() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class FutureTaskInThreadReached implements Callable<String> {
        @Override
        public String call() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class FutureTaskInThreadUnreached implements Callable<String> {
        @Override
        public String call() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class FutureTaskOfRunnableReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class FutureTaskOfRunnableUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class FutureTaskDoneReached extends FutureTask<String> {
        FutureTaskDoneReached() {
            super(Executors.callable(null, "result"));
        }

        @Override
        protected void done() {
            Phone.it.getDeviceId();
        }
    }

    static class FutureTaskDoneUnreached extends FutureTask<String> {
        FutureTaskDoneUnreached() {
            super(Executors.callable(null, "result"));
        }

        @Override
        protected void done() {
            Phone.it.getDeviceId();
        }
    }

    static class ForkJoinReached extends RecursiveTask<String> {
        @Override
        protected String compute() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class ForkJoinUnreached extends RecursiveTask<String> {
        @Override
        protected String compute() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class ForkReached extends RecursiveTask<String> {
        @Override
        protected String compute() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class ForkUnreached extends RecursiveTask<String> {
        @Override
        protected String compute() {
            Phone.it.getDeviceId();
            return null;
        }
    }
}
