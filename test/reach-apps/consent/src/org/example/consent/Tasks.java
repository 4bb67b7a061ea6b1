package org.example.consent;

import android.content.Context;
import java.util.ArrayList;
import java.util.List;
import org.example.reach.Phone;

/** What is to be done at the start, where each task says itself whether it waits for the user's answer. */
final class Tasks {
    private final List<Task> tasks = new ArrayList<Task>();

    Tasks() {
        tasks.add(new Device());
        tasks.add(new Language());
        tasks.add(new Network());
        tasks.add(new Screen());
    }

    void startAll(Context context) {
        boolean given = Consent.given(context);
        for (Task each : tasks) {
            if (each.needsConsent() && !given) continue;
            each.run();
        }
        for (Task each : tasks) start(context, each);
        for (Task each : tasks) {
            if (each.needsConsent() && !given) prepare(each);
            each.finish();
        }
    }

    private void start(Context context, Task task) {
        if (task.stage() != Task.FREE && !Consent.given(context)) {
            return;
        }
        task.start();
    }

    private void prepare(Task task) {}

    abstract static class Task {
        static final int FREE = 0;
        static final int ASKED = 1;

        boolean needsConsent() {
            return true;
        }

        abstract int stage();

        abstract void run();

        abstract void start();

        abstract void finish();
    }

    static class Device extends Task {
        @Override
        int stage() {
            return ASKED;
        }

        @Override
        void run() {
            reachedLateByInheritedAnswer();
        }

        @Override
        void start() {
            reachedLateByStage();
        }

        @Override
        void finish() {
            reachedEarlyPastTheBranch();
        }

        private void reachedLateByInheritedAnswer() {
            Phone.it.getDeviceId();
        }

        private void reachedLateByStage() {
            Phone.it.getDeviceId();
        }

        private void reachedEarlyPastTheBranch() {
            Phone.it.getDeviceId();
        }
    }

    static class Language extends Task {
        @Override
        boolean needsConsent() {
            return false;
        }

        @Override
        int stage() {
            return FREE;
        }

        @Override
        void run() {
            reachedEarlyByAnswer();
        }

        @Override
        void start() {
            reachedEarlyByStage();
        }

        @Override
        void finish() {}

        private void reachedEarlyByAnswer() {
            Phone.it.getDeviceId();
        }

        private void reachedEarlyByStage() {
            Phone.it.getDeviceId();
        }
    }

    static class Network extends Task {
        @Override
        boolean needsConsent() {
            return true;
        }

        @Override
        int stage() {
            return ASKED + 1;
        }

        @Override
        void run() {
            reachedLateByAnswer();
        }

        @Override
        void start() {
            reachedLateByOtherStage();
        }

        @Override
        void finish() {}

        private void reachedLateByAnswer() {
            Phone.it.getDeviceId();
        }

        private void reachedLateByOtherStage() {
            Phone.it.getDeviceId();
        }
    }

    /** What it says is not known beforehand. */
    static class Screen extends Task {
        @Override
        boolean needsConsent() {
            return System.currentTimeMillis() % 2 == 0;
        }

        @Override
        int stage() {
            return FREE;
        }

        @Override
        void run() {
            reachedEarlyByChance();
        }

        @Override
        void start() {}

        @Override
        void finish() {}

        private void reachedEarlyByChance() {
            Phone.it.getDeviceId();
        }
    }
}
