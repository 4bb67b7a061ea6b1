package org.example.consent;

import android.app.Application;
import android.content.Context;
import android.content.SharedPreferences;
import android.os.Build;
import org.example.reach.Phone;

public class App extends Application {
    @Override
    protected void attachBaseContext(Context base) {
        super.attachBaseContext(base);
        reachedEarlyOnAttach();
    }

    @Override
    public void onCreate() {
        super.onCreate();
        reachedEarly();
        StaticReachedEarly.count = 1;
        new Thread(new ThreadReachedEarly()).start();
        if (Build.VERSION.SDK_INT >= 23) {
            reachedEarlyPastVersion();
        }
        SharedPreferences preferences = getSharedPreferences("settings", 0);
        if (preferences.getBoolean("agreed", false)) {
            reachedLatePastFlag();
        } else {
            reachedEarlyWithoutFlag();
        }
        if (preferences.getInt("policy_version", 0) > 0) {
            reachedLatePastNumber();
        }
        if (preferences.contains("agreed")) {
            reachedLatePastKey();
        }
        if (Consent.given(this)) {
            reachedLatePastHelper();
        }
        boolean agreed = Consent.given(this);
        if (agreed && Build.VERSION.SDK_INT >= 23) {
            reachedLatePastVariable();
        }
        startWhenAgreed();
        startIfGuarded();
    }

    private void startWhenAgreed() {
        if (!Consent.given(this)) {
            return;
        }
        reachedLateAfterReturn();
        new Thread(new ThreadReachedLate()).start();
    }

    private void startIfGuarded() {
        Sdk.start(this);
    }

    private void reachedEarlyOnAttach() {
        Phone.it.getDeviceId();
    }

    private void reachedEarly() {
        Phone.it.getDeviceId();
    }

    private void reachedEarlyPastVersion() {
        Phone.it.getDeviceId();
    }

    private void reachedLatePastFlag() {
        Phone.it.getDeviceId();
    }

    private void reachedEarlyWithoutFlag() {
        Phone.it.getDeviceId();
    }

    private void reachedLatePastNumber() {
        Phone.it.getDeviceId();
    }

    private void reachedLatePastKey() {
        Phone.it.getDeviceId();
    }

    private void reachedLatePastHelper() {
        Phone.it.getDeviceId();
    }

    private void reachedLatePastVariable() {
        Phone.it.getDeviceId();
    }

    private void reachedLateAfterReturn() {
        Phone.it.getDeviceId();
    }

    static class StaticReachedEarly {
        static int count;

        static {
            Phone.it.getDeviceId();
        }
    }

    static class ThreadReachedEarly implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ThreadReachedLate implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    /** An SDK that asks for the flag itself. */
    static class Sdk {
        static void start(Context context) {
            if (Consent.given(context)) {
                reachedLateInside();
            }
        }

        private static void reachedLateInside() {
            Phone.it.getDeviceId();
        }
    }
}
