package org.example.dispatch;

import android.app.Activity;
import org.example.reach.Phone;

/** What flags turn off for good, beside what they let run. */
final class Flags {
    static boolean neverSet;
    static boolean setOnce;
    static boolean setSomewhere;
    static int level = 2;
    static final boolean WORKED_OUT = workedOut();
    static final boolean WORKED_OUT_TRUE = workedOutTrue();

    private static boolean workedOut() {
        return false;
    }

    private static boolean workedOutTrue() {
        return true;
    }

    static class Modes {
        boolean isLoud() {
            return false;
        }

        boolean isQuiet() {
            return false;
        }
    }

    static class LoudModes extends Modes {
        @Override
        boolean isLoud() {
            return true;
        }
    }

    interface Task {
        void perform();
    }

    static class NeverMadeUnreached implements Task {
        @Override
        public void perform() {
            Phone.it.getDeviceId();
        }
    }

    static class MadeReached implements Task {
        @Override
        public void perform() {
            Phone.it.getDeviceId();
        }
    }

    static void drive(Activity host) {
        setOnce = host.isFinishing();
        if (neverSet) unreachedByFieldNeverSet();
        if (!neverSet) reachedByFieldNeverSet();
        if (setOnce) reachedByFieldSet();
        if (setSomewhere) reachedByFieldSetElsewhere();
        if (WORKED_OUT) unreachedByWorkedOut();
        if (WORKED_OUT_TRUE) reachedByWorkedOut();
        if (isOff()) unreachedByMethod();
        else reachedByMethod();
        if (level > 2) unreachedByLevel();
        if (level > 1) reachedByLevel();
        Modes modes = host.isTaskRoot() ? new LoudModes() : new Modes();
        if (modes.isLoud()) reachedBySubclass();
        if (modes.isQuiet()) unreachedBySubclass();
        Task task = WORKED_OUT ? new NeverMadeUnreached() : new MadeReached();
        task.perform();
        if (host.isTaskRoot()) setSomewhere = true;
        unreachedInMethod();
    }

    private static boolean isOff() {
        return neverSet || WORKED_OUT;
    }

    private static void unreachedByFieldNeverSet() {
        Phone.it.getDeviceId();
    }

    private static void reachedByFieldNeverSet() {
        Phone.it.getDeviceId();
    }

    private static void reachedByFieldSet() {
        Phone.it.getDeviceId();
    }

    private static void reachedByFieldSetElsewhere() {
        Phone.it.getDeviceId();
    }

    private static void unreachedByWorkedOut() {
        Phone.it.getDeviceId();
    }

    private static void reachedByWorkedOut() {
        Phone.it.getDeviceId();
    }

    private static void unreachedByMethod() {
        Phone.it.getDeviceId();
    }

    private static void reachedByMethod() {
        Phone.it.getDeviceId();
    }

    private static void unreachedByLevel() {
        Phone.it.getDeviceId();
    }

    private static void reachedByLevel() {
        Phone.it.getDeviceId();
    }

    private static void reachedBySubclass() {
        Phone.it.getDeviceId();
    }

    private static void unreachedBySubclass() {
        Phone.it.getDeviceId();
    }

    /** Runs, and the call in it does not. */
    private static void unreachedInMethod() {
        if (neverSet) Phone.it.getDeviceId();
    }
}
