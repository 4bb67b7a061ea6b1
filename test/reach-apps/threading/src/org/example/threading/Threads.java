package org.example.threading;

import android.app.Activity;
import org.example.reach.Kept;
import org.example.reach.Phone;

final class Threads {
    static void drive(Activity host) {
        new StartReached().start();
        Kept.last = new StartUnreached();

        new Thread(new RunnableReached()).start();
        new Thread(new RunnableUnreached()).isAlive();

        new Thread(new NamedRunnableReached(), "worker").start();
        new Thread(new NamedRunnableUnreached(), "worker").setDaemon(true);

        new Thread(null, new GroupRunnableReached(), "worker").start();
        Thread grouped = new Thread(null, new GroupRunnableUnreached(), "worker");
        grouped.setDaemon(true);

        Thread typed = new TypedAsThreadReached();
        typed.start();
        Thread idle = new TypedAsThreadUnreached();
        idle.setPriority(Thread.MIN_PRIORITY);

        new CalledDirectlyReached().run();
        new CalledDirectlyUnreached().interrupt();

        startsInConstructor();

        Thread.currentThread().setUncaughtExceptionHandler(new UncaughtReached());
        Kept.last = new UncaughtUnreached();
        Thread.setDefaultUncaughtExceptionHandler(new DefaultUncaughtReached());
        Kept.last = new DefaultUncaughtUnreached();

        Runtime.getRuntime().addShutdownHook(new ShutdownHookReached());
        Runtime.getRuntime().removeShutdownHook(new ShutdownHookUnreached());

        new Thread() {
            @Override
            public void run() {
                new AnonymousReached().read();
            }
        }.start();
        Kept.last = new Thread() {
            @Override
            public void run() {
                new AnonymousUnreached().read();
            }
        };
    }

    private static void startsInConstructor() {
        new SelfStartingReached();
        new SelfNamingUnreached();
    }

    static class StartReached extends Thread {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class StartUnreached extends Thread {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class RunnableReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class RunnableUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class NamedRunnableReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class NamedRunnableUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class GroupRunnableReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class GroupRunnableUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class TypedAsThreadReached extends Thread {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class TypedAsThreadUnreached extends Thread {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class CalledDirectlyReached extends Thread {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class CalledDirectlyUnreached extends Thread {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class SelfStartingReached extends Thread {
        SelfStartingReached() {
            start();
        }

        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class SelfNamingUnreached extends Thread {
        SelfNamingUnreached() {
            setName("named, not started");
        }

        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class UncaughtReached implements Thread.UncaughtExceptionHandler {
        @Override
        public void uncaughtException(Thread thread, Throwable error) {
            Phone.it.getDeviceId();
        }
    }

    static class UncaughtUnreached implements Thread.UncaughtExceptionHandler {
        @Override
        public void uncaughtException(Thread thread, Throwable error) {
            Phone.it.getDeviceId();
        }
    }

    static class DefaultUncaughtReached implements Thread.UncaughtExceptionHandler {
        @Override
        public void uncaughtException(Thread thread, Throwable error) {
            Phone.it.getDeviceId();
        }
    }

    static class DefaultUncaughtUnreached implements Thread.UncaughtExceptionHandler {
        @Override
        public void uncaughtException(Thread thread, Throwable error) {
            Phone.it.getDeviceId();
        }
    }

    static class ShutdownHookReached extends Thread {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ShutdownHookUnreached extends Thread {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class AnonymousReached {
        void read() {
            Phone.it.getDeviceId();
        }
    }

    static class AnonymousUnreached {
        void read() {
            Phone.it.getDeviceId();
        }
    }
}
