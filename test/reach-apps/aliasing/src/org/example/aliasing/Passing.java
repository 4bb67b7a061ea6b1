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

        Singleton.get().task.run();
        Kept.last = Singleton.get().idle;

        new JobBuilder().name("job").task(new BuilderReached()).build().run();
        Kept.last = new JobBuilder().name("job").task(new BuilderUnreached()).build();

        Job job = new Job();
        job.setTask(new SetterReached());
        job.run();
        Job idleJob = new Job();
        idleJob.setTask(new SetterUnreached());
        idleJob.describe();

        new Runner(new ConstructorFieldReached()).go();
        new Runner(new ConstructorFieldUnreached()).stay();

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

        new SelfReturningReached().named("worker").start();
        new SelfReturningUnreached().named("idle").interrupt();

        new SelfPassingReached().go();
        new SelfPassingUnreached().go();

        new ThisEscapesReached();
        new ThisEscapesUnreached();
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

    static class Singleton {
        private static Singleton instance;
        final Runnable task = new SingletonReached();
        final Runnable idle = new SingletonUnreached();

        static synchronized Singleton get() {
            if (instance == null) {
                instance = new Singleton();
            }
            return instance;
        }
    }

    static class Job {
        private Runnable task;

        void setTask(Runnable task) {
            this.task = task;
        }

        void run() {
            task.run();
        }

        String describe() {
            return task.getClass().getName();
        }
    }

    static class JobBuilder {
        private final Job job = new Job();

        JobBuilder name(String name) {
            return this;
        }

        JobBuilder task(Runnable task) {
            job.setTask(task);
            return this;
        }

        Job build() {
            return job;
        }
    }

    static class Runner {
        private final Runnable task;

        Runner(Runnable task) {
            this.task = task;
        }

        void go() {
            task.run();
        }

        void stay() {}
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

    static class SingletonReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class SingletonUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class BuilderReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class BuilderUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class SetterReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class SetterUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ConstructorFieldReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ConstructorFieldUnreached implements Runnable {
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

    static class SelfReturningReached extends Thread {
        SelfReturningReached named(String name) {
            setName(name);
            return this;
        }

        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class SelfReturningUnreached extends Thread {
        SelfReturningUnreached named(String name) {
            setName(name);
            return this;
        }

        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class SelfPassingReached implements Runnable {
        void go() {
            new Handler().post(this);
        }

        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class SelfPassingUnreached implements Runnable {
        void go() {
            Kept.last = this;
        }

        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ThisEscapesReached implements Runnable {
        ThisEscapesReached() {
            new Handler().postDelayed(this, 1);
        }

        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ThisEscapesUnreached implements Runnable {
        ThisEscapesUnreached() {
            new Handler().removeCallbacks(this);
        }

        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }
}
