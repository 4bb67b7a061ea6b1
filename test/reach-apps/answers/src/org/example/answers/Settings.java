package org.example.answers;

import android.content.Context;
import android.content.SharedPreferences;

/** A wrapper of the app's own around what is stored. */
final class Settings {
    private static final String AGREED = "agreed";
    private static Settings instance;
    private final SharedPreferences preferences;

    private Settings(Context context) {
        preferences = context.getApplicationContext().getSharedPreferences("settings", 0);
    }

    static synchronized Settings of(Context context) {
        if (instance == null) instance = new Settings(context);
        return instance;
    }

    boolean isAgreed() {
        return flag(AGREED, false);
    }

    boolean isPushed() {
        return flag("push_enabled", false);
    }

    void demand() {
        if (!isAgreed()) throw new IllegalStateException("no answer yet");
    }

    private boolean flag(String key, boolean otherwise) {
        return preferences.getBoolean(key, otherwise);
    }

    void agree() {
        preferences.edit().putBoolean(AGREED, true).apply();
    }
}
