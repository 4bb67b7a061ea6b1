package org.example.idioms;

import android.app.Activity;
import android.os.AsyncTask;
import android.os.CountDownTimer;
import android.os.Handler;
import android.os.HandlerThread;
import android.os.Looper;
import android.os.Message;
import android.os.MessageQueue;
import java.util.Collections;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.example.reach.Kept;
import org.example.reach.Phone;

/** Work that runs later or elsewhere. */
final class Waiting {
    static final class ThreadReached extends Thread { @Override public void run() { Phone.it.getDeviceId(); } }
    static final class ThreadUnreached extends Thread { @Override public void run() { Phone.it.getDeviceId(); } }
    static final class LooperReached extends HandlerThread {
        LooperReached() { super("x"); }
        @Override protected void onLooperPrepared() { Phone.it.getDeviceId(); }
    }
    static final class MessagesReached implements Handler.Callback {
        @Override public boolean handleMessage(Message message) { Phone.it.getDeviceId(); return true; }
    }
    static final class MessagesUnreached implements Handler.Callback {
        @Override public boolean handleMessage(Message message) { Phone.it.getDeviceId(); return true; }
    }
    static final class TargetReached extends Handler {
        @Override public void handleMessage(Message message) { Phone.it.getDeviceId(); }
    }
    static final class ObtainedReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class MessageObjectReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class IdleReached implements MessageQueue.IdleHandler {
        @Override public boolean queueIdle() { Phone.it.getDeviceId(); return false; }
    }
    static final class TimerReached extends TimerTask { @Override public void run() { Phone.it.getDeviceId(); } }
    static final class TimerUnreached extends TimerTask { @Override public void run() { Phone.it.getDeviceId(); } }
    static final class CountReached extends CountDownTimer {
        CountReached() { super(1, 1); }
        @Override public void onTick(long left) { Phone.it.getDeviceId(); }
        @Override public void onFinish() { Phone.it.getDeviceId(); }
    }
    static final class CountUnreached extends CountDownTimer {
        CountUnreached() { super(1, 1); }
        @Override public void onTick(long left) { Phone.it.getDeviceId(); }
        @Override public void onFinish() { Phone.it.getDeviceId(); }
    }
    static final class AsyncReached extends AsyncTask<Void, Integer, String> {
        @Override protected void onPreExecute() { Phone.it.getDeviceId(); }
        @Override protected String doInBackground(Void... none) { publishProgress(1); return Phone.it.getDeviceId(); }
        @Override protected void onProgressUpdate(Integer... values) { Phone.it.getDeviceId(); }
        @Override protected void onPostExecute(String result) { Phone.it.getDeviceId(); }
    }
    static final class AsyncUnreached extends AsyncTask<Void, Integer, String> {
        @Override protected String doInBackground(Void... none) { return Phone.it.getDeviceId(); }
    }
    static final class SubmittedReached implements Callable<String> { public String call() { return Phone.it.getDeviceId(); } }
    static final class SubmittedUnreached implements Callable<String> { public String call() { return Phone.it.getDeviceId(); } }
    static final class InvokeAllReached implements Callable<String> { public String call() { return Phone.it.getDeviceId(); } }
    static final class ScheduledReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class FutureReached implements Callable<String> { public String call() { return Phone.it.getDeviceId(); } }
    static final class CompletionReached implements Callable<String> { public String call() { return Phone.it.getDeviceId(); } }
    static final class ForkReached extends RecursiveTask<String> { @Override protected String compute() { return Phone.it.getDeviceId(); } }
    static final class FactoryReached implements ThreadFactory {
        @Override public Thread newThread(Runnable task) { Phone.it.getDeviceId(); return new Thread(task); }
    }
    static final class PoolReached extends ThreadPoolExecutor {
        PoolReached() { super(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<Runnable>()); }
        @Override protected void beforeExecute(Thread thread, Runnable task) { Phone.it.getDeviceId(); }
    }
    static final class PooledReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class OwnExecutor implements java.util.concurrent.Executor {
        @Override public void execute(Runnable task) { task.run(); }
    }
    static final class OwnExecutedReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class UiReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class ViewPostReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class HookReached extends Thread { @Override public void run() { Phone.it.getDeviceId(); } }
    static final class CrashReached implements Thread.UncaughtExceptionHandler {
        private final Thread.UncaughtExceptionHandler former;
        CrashReached(Thread.UncaughtExceptionHandler former) { this.former = former; }
        @Override public void uncaughtException(Thread thread, Throwable error) { Phone.it.getDeviceId(); former.uncaughtException(thread, error); }
    }
    static final class StaticAsyncReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class JoinedReached extends Thread {
        JoinedReached(Runnable task) { super(task, "x"); }
    }
    static final class GivenToThreadReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }

    private static ExecutorService pool() {
        return Holder.POOL;
    }

    static final class Holder {
        static final ExecutorService POOL = Executors.newCachedThreadPool(new FactoryReached());
    }

    static void drive(Activity host) {
        new ThreadReached().start();
        Kept.last = new ThreadUnreached();
        LooperReached looper = new LooperReached();
        looper.start();
        Handler handler = new Handler(looper.getLooper(), new MessagesReached());
        handler.sendEmptyMessageDelayed(1, 10);
        Kept.last = new Handler(Looper.getMainLooper(), new MessagesUnreached());
        Message message = Message.obtain();
        message.setTarget(new TargetReached());
        message.sendToTarget();
        Message.obtain(new Handler(), new ObtainedReached()).sendToTarget();
        Message carrying = Message.obtain();
        carrying.obj = new MessageObjectReached();
        new Handler() {
            @Override
            public void handleMessage(Message given) {
                ((Runnable) given.obj).run();
            }
        }.sendMessage(carrying);
        Looper.myQueue().addIdleHandler(new IdleReached());
        new Timer("x").scheduleAtFixedRate(new TimerReached(), 0, 1);
        Kept.last = new TimerUnreached();
        CountReached count = new CountReached();
        count.start();
        Kept.last = new CountUnreached();
        AsyncReached async = new AsyncReached();
        async.executeOnExecutor(AsyncTask.THREAD_POOL_EXECUTOR);
        Kept.last = new AsyncUnreached();
        AsyncTask.execute(new StaticAsyncReached());
        pool().submit(new SubmittedReached());
        Kept.last = new SubmittedUnreached();
        try {
            pool().invokeAll(Collections.singleton(new InvokeAllReached()));
        } catch (InterruptedException caught) {
            host.finish();
        }
        ScheduledExecutorService scheduled = Executors.newScheduledThreadPool(1);
        scheduled.scheduleWithFixedDelay(new ScheduledReached(), 1, 1, TimeUnit.SECONDS);
        FutureTask<String> future = new FutureTask<>(new FutureReached());
        new Thread(future).start();
        CompletionService<String> completion = new ExecutorCompletionService<>(pool());
        completion.submit(new CompletionReached());
        new ForkJoinPool().invoke(new ForkReached());
        new PoolReached().execute(new PooledReached());
        new OwnExecutor().execute(new OwnExecutedReached());
        host.runOnUiThread(new UiReached());
        host.getWindow().getDecorView().postDelayed(new ViewPostReached(), 1);
        Runtime.getRuntime().addShutdownHook(new HookReached());
        Thread.setDefaultUncaughtExceptionHandler(new CrashReached(Thread.getDefaultUncaughtExceptionHandler()));
        new JoinedReached(new GivenToThreadReached()).start();
    }
}
