package org.example.threading;

import android.app.Activity;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.example.reach.Kept;
import org.example.reach.Phone;

final class Executors {
    static void drive(Activity host) {
        ExecutorService pool = java.util.concurrent.Executors.newCachedThreadPool();
        pool.execute(new ExecuteReached());
        Kept.last = new ExecuteUnreached();

        Executor executor = pool;
        executor.execute(new ExecuteOnExecutorReached());
        Kept.last = new ExecuteOnExecutorUnreached();

        pool.submit(new SubmitRunnableReached());
        Kept.last = new SubmitRunnableUnreached();

        pool.submit(new SubmitRunnableWithResultReached(), "result");
        Kept.last = new SubmitRunnableWithResultUnreached();

        pool.submit(new SubmitCallableReached());
        Kept.last = new SubmitCallableUnreached();

        try {
            pool.invokeAll(Arrays.asList(new InvokeAllReached()));
        } catch (InterruptedException error) {
            return;
        }
        Kept.last = Arrays.asList(new InvokeAllUnreached());

        try {
            pool.invokeAny(Collections.singletonList(new InvokeAnyReached()));
        } catch (Exception error) {
            return;
        }
        Kept.last = Collections.singletonList(new InvokeAnyUnreached());

        ScheduledExecutorService timer = java.util.concurrent.Executors.newScheduledThreadPool(1);
        timer.schedule(new ScheduleReached(), 1, TimeUnit.SECONDS);
        Kept.last = new ScheduleUnreached();

        timer.schedule(new ScheduleCallableReached(), 1, TimeUnit.SECONDS);
        Kept.last = new ScheduleCallableUnreached();

        timer.scheduleAtFixedRate(new ScheduleAtFixedRateReached(), 1, 1, TimeUnit.SECONDS);
        Kept.last = new ScheduleAtFixedRateUnreached();

        timer.scheduleWithFixedDelay(new ScheduleWithFixedDelayReached(), 1, 1, TimeUnit.SECONDS);
        Kept.last = new ScheduleWithFixedDelayUnreached();

        java.util.concurrent.Executors.newFixedThreadPool(1, new FactoryReached());
        Kept.last = new FactoryUnreached();

        new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<Runnable>(), new RejectedReached());
        Kept.last = new RejectedUnreached();

        new PoolHookReached().execute(null);
        Kept.last = PoolHookUnreached.class;

        new ExecutorCompletionService<String>(pool).submit(new CompletionReached());
        Kept.last = new CompletionUnreached();

        java.util.concurrent.Executors.newSingleThreadExecutor().execute(new SingleThreadReached());
        Kept.last = new SingleThreadUnreached();

        new Direct().execute(new OwnExecutorReached());
        new Ignoring().execute(new OwnExecutorUnreached());
    }

    static class Direct implements Executor {
        @Override
        public void execute(Runnable task) {
            task.run();
        }
    }

    static class Ignoring implements Executor {
        @Override
        public void execute(Runnable task) {}
    }

    static class ExecuteReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ExecuteUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ExecuteOnExecutorReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ExecuteOnExecutorUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class SubmitRunnableReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class SubmitRunnableUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class SubmitRunnableWithResultReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class SubmitRunnableWithResultUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class SubmitCallableReached implements Callable<String> {
        @Override
        public String call() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class SubmitCallableUnreached implements Callable<String> {
        @Override
        public String call() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class InvokeAllReached implements Callable<String> {
        @Override
        public String call() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class InvokeAllUnreached implements Callable<String> {
        @Override
        public String call() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class InvokeAnyReached implements Callable<String> {
        @Override
        public String call() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class InvokeAnyUnreached implements Callable<String> {
        @Override
        public String call() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class ScheduleReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ScheduleUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ScheduleCallableReached implements Callable<String> {
        @Override
        public String call() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class ScheduleCallableUnreached implements Callable<String> {
        @Override
        public String call() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class ScheduleAtFixedRateReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ScheduleAtFixedRateUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ScheduleWithFixedDelayReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ScheduleWithFixedDelayUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class FactoryReached implements ThreadFactory {
        @Override
        public Thread newThread(Runnable task) {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class FactoryUnreached implements ThreadFactory {
        @Override
        public Thread newThread(Runnable task) {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class RejectedReached implements RejectedExecutionHandler {
        @Override
        public void rejectedExecution(Runnable task, ThreadPoolExecutor executor) {
            Phone.it.getDeviceId();
        }
    }

    static class RejectedUnreached implements RejectedExecutionHandler {
        @Override
        public void rejectedExecution(Runnable task, ThreadPoolExecutor executor) {
            Phone.it.getDeviceId();
        }
    }

    static class PoolHookReached extends ThreadPoolExecutor {
        PoolHookReached() {
            super(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<Runnable>());
        }

        @Override
        protected void beforeExecute(Thread thread, Runnable task) {
            Phone.it.getDeviceId();
        }
    }

    static class PoolHookUnreached extends ThreadPoolExecutor {
        PoolHookUnreached() {
            super(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<Runnable>());
        }

        @Override
        protected void beforeExecute(Thread thread, Runnable task) {
            Phone.it.getDeviceId();
        }
    }

    static class CompletionReached implements Callable<String> {
        @Override
        public String call() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class CompletionUnreached implements Callable<String> {
        @Override
        public String call() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class SingleThreadReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class SingleThreadUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class OwnExecutorReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class OwnExecutorUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }
}
