package org.example.consent;

import android.content.Context;

/** Remembers the answer. */
final class Consent {
    private Consent() {}

    static boolean given(Context context) {
        return context.getSharedPreferences("settings", 0).getBoolean("agreed", false);
    }

    static void give(Context context) {
        context.getSharedPreferences("settings", 0).edit().putBoolean("agreed", true).apply();
    }
}
