package org.example.answers;

import android.content.Context;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.Observer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.example.reach.Phone;

/** Answers that are kept in memory: flags that nothing sets before the user answers, and flags that are set at the start. */
class Memory {
    static boolean agreed;
    static boolean stored;
    static boolean ready;
    static boolean preset = true;
    private static boolean hidden;
    private static final AtomicBoolean answer = new AtomicBoolean();
    private static final AtomicBoolean started = new AtomicBoolean();
    private static final AtomicBoolean open = new AtomicBoolean(true);
    private final MutableLiveData<Boolean> told = new MutableLiveData<Boolean>();
    private final MutableLiveData<Boolean> toldAtOnce = new MutableLiveData<Boolean>();
    private final Rule[] rules = {new Rule.Stored(), new Rule.Kept()};

    static boolean isHidden() {
        return hidden;
    }

    /** The button. */
    void agree() {
        agreed = true;
        hidden = true;
        answer.set(true);
        told.setValue(true);
    }

    void start(Context context) {
        stored = context.getSharedPreferences("settings", 0).getBoolean("agreed", false);
        ready = true;
        started.set(true);
        listen();
        toldAtOnce.setValue(true);
        Reader.read(context);
        for (Rule rule : rules) {
            if (rule.allows(context)) {
                reachedLatePastRules();
            }
        }
        if (mode(context) == 1) {
            reachedLatePastMode();
        }
        Account account = new Account(context.getSharedPreferences("settings", 0).getInt("agreement_state", 0));
        if (account.state == Account.AGREED) {
            reachedLatePastState();
        }
        switch (account.state) {
            case Account.AGREED:
                reachedLateInCase();
                break;
            case Account.REFUSED:
                reachedLateInOtherCase();
                break;
            default:
                reachedEarlyByDefault();
                break;
        }
    }

    private int mode(Context context) {
        return Settings.of(context).isAgreed() ? 1 : 0;
    }

    private void listen() {
        told.observeForever(new Observer<Boolean>() {
            @Override
            public void onChanged(Boolean value) {
                reachedLateWhenTold();
            }
        });
        toldAtOnce.observeForever(new Observer<Boolean>() {
            @Override
            public void onChanged(Boolean value) {
                reachedEarlyWhenTold();
            }
        });
    }

    /** Reads what another class keeps. */
    static class Reader {
        static void read(Context context) {
            if (agreed) {
                reachedLatePastFlag();
            }
            if (isHidden()) {
                reachedLatePastHidden();
            }
            if (answer.get()) {
                reachedLatePastAnswer();
            }
            if (started.get()) {
                reachedEarlyPastStarted();
            }
            if (open.get()) {
                reachedEarlyPastOpen();
            }
            if (stored) {
                reachedLatePastStored();
            }
            if (ready) {
                reachedEarlyPastReady();
            }
            if (preset) {
                reachedEarlyPastPreset();
            }
            if (!agreed) {
                reachedEarlyBeforeFlag();
            }
            int times = 1;
            try {
                Settings.of(context).demand();
            } catch (IllegalStateException refused) {
                times = 2;
            }
            if (agreed && times > 0) {
                reachedLateAfterRefusal();
            }
        }

        private static void reachedLatePastFlag() { Phone.it.getDeviceId(); }
        private static void reachedLatePastHidden() { Phone.it.getDeviceId(); }
        private static void reachedLatePastAnswer() { Phone.it.getDeviceId(); }
        private static void reachedEarlyPastStarted() { Phone.it.getDeviceId(); }
        private static void reachedEarlyPastOpen() { Phone.it.getDeviceId(); }
        private static void reachedLatePastStored() { Phone.it.getDeviceId(); }
        private static void reachedEarlyPastReady() { Phone.it.getDeviceId(); }
        private static void reachedEarlyPastPreset() { Phone.it.getDeviceId(); }
        private static void reachedEarlyBeforeFlag() { Phone.it.getDeviceId(); }
        private static void reachedLateAfterRefusal() { Phone.it.getDeviceId(); }
    }

    /** What is asked before each step is left to subclasses, all of which ask what is stored. */
    abstract static class Rule {
        abstract boolean allows(Context context);

        static class Stored extends Rule {
            @Override
            boolean allows(Context context) {
                return Settings.of(context).isAgreed();
            }
        }

        static class Kept extends Rule {
            @Override
            boolean allows(Context context) {
                return context.getSharedPreferences("settings", 0).getBoolean("accepted", false);
            }
        }
    }

    /** Keeps what it is given, which was stored. */
    static class Account {
        static final int REFUSED = 1;
        static final int AGREED = 7;
        final int state;

        Account(int state) {
            this.state = state;
        }
    }

    private void reachedLatePastState() { Phone.it.getDeviceId(); }
    private void reachedLateInCase() { Phone.it.getDeviceId(); }
    private void reachedLateInOtherCase() { Phone.it.getDeviceId(); }
    private void reachedEarlyByDefault() { Phone.it.getDeviceId(); }
    private void reachedLatePastRules() { Phone.it.getDeviceId(); }
    private void reachedLatePastMode() { Phone.it.getDeviceId(); }
    private void reachedLateWhenTold() { Phone.it.getDeviceId(); }
    private void reachedEarlyWhenTold() { Phone.it.getDeviceId(); }
}
