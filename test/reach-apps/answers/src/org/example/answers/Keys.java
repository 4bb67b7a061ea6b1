package org.example.answers;

import android.content.Context;
import android.content.SharedPreferences;
import org.example.reach.Phone;

/** A store that is asked by keys which carry what they give where nothing is stored yet. */
final class Keys {
    static final class Key<T> {
        final String name;
        final T initially;

        Key(String name, T initially) {
            this.name = name;
            this.initially = initially;
        }
    }

    static final Key<Boolean> ACCEPTED = new Key<Boolean>("terms_accepted", false);
    static final Key<Boolean> OPEN = new Key<Boolean>("terms_open", true);
    static final Key<Integer> STATE = new Key<Integer>("terms_state", 0);
    static final Key<Integer> PAGE = new Key<Integer>("terms_page", 2);
    static final Key<String> TITLE = new Key<String>("terms_title", "none");

    private final SharedPreferences preferences;

    Keys(SharedPreferences preferences) {
        this.preferences = preferences;
    }

    @SuppressWarnings("unchecked")
    private <T> T read(Key<T> key) {
        if (key.initially instanceof Boolean) {
            return (T) Boolean.valueOf(preferences.getBoolean(key.name, (Boolean) key.initially));
        }
        if (key.initially instanceof Integer) {
            return (T) Integer.valueOf(preferences.getInt(key.name, (Integer) key.initially));
        }
        return (T) preferences.getString(key.name, (String) key.initially);
    }

    /** One of its kind: all switches begin alike. */
    static final class Switch {
        private final SharedPreferences preferences;
        private final String name;
        private final boolean initially;

        Switch(SharedPreferences preferences, String name, boolean initially) {
            this.preferences = preferences;
            this.name = name;
            this.initially = initially;
        }

        boolean isOn() {
            return preferences.getBoolean(name, initially);
        }
    }

    static void ask(Context context) {
        SharedPreferences preferences = context.getSharedPreferences("keys", Context.MODE_PRIVATE);
        Keys keys = new Keys(preferences);
        if (keys.read(ACCEPTED)) reachedLatePastKey();
        if (!keys.read(ACCEPTED)) reachedEarlyWithoutKey();
        if (keys.read(OPEN)) reachedEarlyPastOpenKey();
        else reachedLateOnceClosed();
        switch (keys.read(STATE)) {
            case 0:
                reachedEarlyInFirstState();
                break;
            case 1:
                reachedLateInSecondState();
                break;
            default:
                break;
        }
        if (keys.read(PAGE) > 1) context.setTheme(keys.read(TITLE).length());
        Switch agreed = new Switch(preferences, "agreed", false);
        if (agreed.isOn()) reachedLatePastSwitch();
        else reachedEarlyWithoutSwitch();
        Switch confirmed = new Switch(preferences, "confirmed", false);
        if (confirmed.isOn()) reachedLatePastOtherSwitch();
        Flags flags = new Flags(preferences);
        if (flags.allowed.get()) reachedLatePastFlag();
        else reachedEarlyWithoutFlag();
        if (flags.fresh.get()) reachedEarlyPastFreshFlag();
        else reachedLateOnceUsed();
        String version = preferences.getString("terms_version", "");
        if (version.equals("3")) reachedLatePastVersion();
        else reachedEarlyWithoutVersion();
    }

    /** Flags that begin differently, each in a field of its own. */
    static final class Flags {
        final Flag allowed;
        final Flag fresh;

        Flags(SharedPreferences preferences) {
            allowed = new Flag(preferences, "allowed", false);
            fresh = new Flag(preferences, "fresh_install", true);
        }
    }

    static final class Flag {
        private final SharedPreferences preferences;
        private final String name;
        private final boolean initially;

        Flag(SharedPreferences preferences, String name, boolean initially) {
            this.preferences = preferences;
            this.name = name;
            this.initially = initially;
        }

        boolean get() {
            return preferences.getBoolean(name, initially);
        }
    }

    private static void reachedLatePastFlag() { Phone.it.getDeviceId(); }

    private static void reachedEarlyWithoutFlag() { Phone.it.getDeviceId(); }

    private static void reachedEarlyPastFreshFlag() { Phone.it.getDeviceId(); }

    private static void reachedLateOnceUsed() { Phone.it.getDeviceId(); }

    private static void reachedLatePastVersion() { Phone.it.getDeviceId(); }

    private static void reachedEarlyWithoutVersion() { Phone.it.getDeviceId(); }

    private static void reachedLatePastKey() { Phone.it.getDeviceId(); }

    private static void reachedEarlyWithoutKey() { Phone.it.getDeviceId(); }

    private static void reachedEarlyPastOpenKey() { Phone.it.getDeviceId(); }

    private static void reachedLateOnceClosed() { Phone.it.getDeviceId(); }

    private static void reachedEarlyInFirstState() { Phone.it.getDeviceId(); }

    private static void reachedLateInSecondState() { Phone.it.getDeviceId(); }

    private static void reachedLatePastSwitch() { Phone.it.getDeviceId(); }

    private static void reachedEarlyWithoutSwitch() { Phone.it.getDeviceId(); }

    private static void reachedLatePastOtherSwitch() { Phone.it.getDeviceId(); }
}
