package org.example.aliasing;

import android.app.Activity;
import android.os.Handler;
import org.example.reach.Kept;
import org.example.reach.Phone;

final class Objects {
    static void drive(Activity host) {
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

        new SelfReturningReached().named("worker").start();
        new SelfReturningUnreached().named("idle").interrupt();

        new SelfPassingReached().go();
        new SelfPassingUnreached().go();

        new ThisEscapesReached();
        new ThisEscapesUnreached();
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
