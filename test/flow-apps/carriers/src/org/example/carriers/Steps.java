package org.example.carriers;

import android.util.Log;
import java.util.ArrayDeque;
import java.util.Deque;

/** What one of several steps leaves in the object around them, and another takes from there. */
class Steps {
    interface Step {
        void run();
    }

    private final Deque<Step> steps = new ArrayDeque<Step>();
    private String left;
    private String aside;

    void run() {
        steps.push(new Step() {
            @Override public void run() { sentBetweenSteps(); }
        });
        steps.push(new Step() {
            @Override public void run() { keptBetweenSteps(); }
        });
        steps.push(new Step() {
            @Override public void run() { Log.d("left", left); }
        });
        while (!steps.isEmpty()) steps.pollLast().run();
    }

    private void sentBetweenSteps() { left = Main.phone.getDeviceId(); }

    private void keptBetweenSteps() { aside = Main.phone.getDeviceId(); }

    @Override public String toString() { return "" + (aside == null); }
}
