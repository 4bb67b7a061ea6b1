package org.example.dispatch;

import android.app.Activity;
import org.example.reach.Kept;
import org.example.reach.Phone;

final class Dead {
    static void drive(Activity host) {
        StaticInitialiserReached.count = 1;
        Kept.last = StaticInitialiserUnreached[].class;

        new StaticInitialiserByNewReached();

        StaticInitialiserByCallReached.act();

        new SubReached();

        Kept.last = StaticInitialiserForConstantReached.NUMBER;
        Kept.last = StaticInitialiserForConstantUnreached.NUMBER;

        new UnreferencedReached().act();

        CallsItselfReached.act(2);

        IslandReached.first();

        Alive.act();

        Alive.start();

        new Thread(new InstanceOfReached()).start();
        if (Kept.last instanceof InstanceOfUnreached) {
            Kept.last = "yes";
        }

        Runnable alive = new BuiltByDeadReached();
        alive.run();
    }

    static class SubReached extends StaticInitialiserOfSuperReached {}

    static class SubUnreached extends StaticInitialiserOfSuperUnreached {}

    static class Alive {
        static void act() {
            CalledByDeadReached.act();
        }

        static void start() {
            new StartedByDeadReached().start();
        }
    }

    static class NeverUsed {
        static void act() {
            CalledByDeadUnreached.act();
            new StartedByDeadUnreached().start();
            Runnable dead = new BuiltByDeadUnreached();
            dead.run();
            new StaticInitialiserByNewUnreached();
            StaticInitialiserByCallUnreached.act();
            new SubUnreached();
        }
    }

    static class StaticInitialiserReached {
        static int count;

        static {
            Phone.it.getDeviceId();
        }
    }

    static class StaticInitialiserUnreached {
        static int count;

        static {
            Phone.it.getDeviceId();
        }
    }

    static class StaticInitialiserByNewReached {
        static {
            Phone.it.getDeviceId();
        }
    }

    static class StaticInitialiserByNewUnreached {
        static {
            Phone.it.getDeviceId();
        }
    }

    static class StaticInitialiserByCallReached {
        static {
            Phone.it.getDeviceId();
        }

        static void act() {}
    }

    static class StaticInitialiserByCallUnreached {
        static {
            Phone.it.getDeviceId();
        }

        static void act() {}
    }

    static class StaticInitialiserOfSuperReached {
        static {
            Phone.it.getDeviceId();
        }
    }

    static class StaticInitialiserOfSuperUnreached {
        static {
            Phone.it.getDeviceId();
        }
    }

    static class StaticInitialiserForConstantReached {
        static final int NUMBER = Integer.parseInt("7");

        static {
            Phone.it.getDeviceId();
        }
    }

    static class StaticInitialiserForConstantUnreached {
        static final int NUMBER = 7;

        static {
            Phone.it.getDeviceId();
        }
    }

    static class UnreferencedReached {
        void act() {
            Phone.it.getDeviceId();
        }
    }

    static class UnreferencedUnreached {
        void act() {
            Phone.it.getDeviceId();
        }
    }

    static class CallsItselfReached {
        static void act(int left) {
            Phone.it.getDeviceId();
            if (left > 0) {
                act(left - 1);
            }
        }
    }

    static class CallsItselfUnreached {
        static void act(int left) {
            Phone.it.getDeviceId();
            if (left > 0) {
                act(left - 1);
            }
        }
    }

    static class IslandReached {
        static void first() {
            second();
        }

        static void second() {
            Phone.it.getDeviceId();
            first();
        }
    }

    static class IslandUnreached {
        static void first() {
            second();
        }

        static void second() {
            Phone.it.getDeviceId();
            first();
        }
    }

    static class CalledByDeadReached {
        static void act() {
            Phone.it.getDeviceId();
        }
    }

    static class CalledByDeadUnreached {
        static void act() {
            Phone.it.getDeviceId();
        }
    }

    static class StartedByDeadReached extends Thread {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class StartedByDeadUnreached extends Thread {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class InstanceOfReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class InstanceOfUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class BuiltByDeadReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class BuiltByDeadUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }
}
