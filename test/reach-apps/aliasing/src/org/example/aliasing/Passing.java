package org.example.aliasing;

import android.app.Activity;
import android.os.Handler;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.example.reach.Kept;
import org.example.reach.Phone;

final class Passing {
    static void drive(Activity host) {
        first(new ThroughThreeReached());
        keepFirst(new ThroughThreeUnreached());

        makeReached().run();
        Kept.last = makeUnreached();

        Factory.make("reached").run();

        new Thread(new Delegate(new WrappedReached())).start();
        new Thread(new Delegate(new WrappedUnreached())).isAlive();

        Emitter emitter = new Emitter();
        emitter.listen(new OwnListenerReached());
        emitter.emit("text");
        SilentEmitter silent = new SilentEmitter();
        silent.listen(new OwnListenerUnreached());

        Work.run(new OwnPoolReached());
        Work.keep(new OwnPoolUnreached());

        POOL.execute(new StaticExecutorReached());
        Kept.last = new StaticExecutorUnreached();

        startIt(new ParameterisedReached());
        nameIt(new ParameterisedUnreached());

        dispatch(1, new ChosenReached());
        Kept.last = new ChosenUnreached();
    }

    private static final Executor POOL = Executors.newSingleThreadExecutor();

    private static void first(Runnable task) {
        second(task, "name");
    }

    private static void second(Runnable task, String name) {
        third(name, task);
    }

    private static void third(String name, Runnable task) {
        new Thread(task, name).start();
    }

    private static void keepFirst(Runnable task) {
        keepSecond(task, "name");
    }

    private static void keepSecond(Runnable task, String name) {
        Kept.last = new Thread(task, name);
    }

    private static Runnable makeReached() {
        return new ReturnedReached();
    }

    private static Runnable makeUnreached() {
        return new ReturnedUnreached();
    }

    private static void startIt(Thread thread) {
        thread.start();
    }

    private static void nameIt(Thread thread) {
        thread.setName("idle");
    }

    private static void dispatch(int kind, Runnable task) {
        switch (kind) {
            case 0:
                task.run();
                break;
            default:
                new Handler().postDelayed(task, kind);
        }
    }

    static class Factory {
        static Runnable make(String kind) {
            return kind.equals("reached") ? new FactoryReached() : null;
        }

        static Runnable neverCalled() {
            return new FactoryUnreached();
        }
    }

    static class Delegate implements Runnable {
        private final Runnable delegate;

        Delegate(Runnable delegate) {
            this.delegate = delegate;
        }

        @Override
        public void run() {
            delegate.run();
        }
    }

    interface Listener {
        void heard(String text);
    }

    static class Emitter {
        private Listener listener;

        void listen(Listener listener) {
            this.listener = listener;
        }

        void emit(String text) {
            if (listener != null) {
                listener.heard(text);
            }
        }
    }

    static class SilentEmitter {
        private Listener listener;

        void listen(Listener listener) {
            this.listener = listener;
        }
    }

    static class Work {
        static void run(final Runnable task) {
            POOL.execute(new Runnable() {
                @Override
                public void run() {
                    task.run();
                }
            });
        }

        static void keep(Runnable task) {
            Kept.last = task;
        }
    }

    static class ThroughThreeReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ThroughThreeUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ReturnedReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ReturnedUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class FactoryReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class FactoryUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class WrappedReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class WrappedUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class OwnListenerReached implements Listener {
        @Override
        public void heard(String text) {
            Phone.it.getDeviceId();
        }
    }

    static class OwnListenerUnreached implements Listener {
        @Override
        public void heard(String text) {
            Phone.it.getDeviceId();
        }
    }

    static class OwnPoolReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class OwnPoolUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class StaticExecutorReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class StaticExecutorUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ParameterisedReached extends Thread {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ParameterisedUnreached extends Thread {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ChosenReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ChosenUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }
}
