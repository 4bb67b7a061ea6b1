package org.example.constants;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.text.TextUtils;
import org.example.reach.Phone;

/** Branches that constants decide, and the same with something that is not known. */
public class Decisions extends Activity {
    static final boolean BETA = Boolean.parseBoolean("false");
    static final Boolean LEGACY = Boolean.FALSE;
    static final int LEVEL = level();
    static String channel = "store";
    static String flavour = "store";
    static String token;
    private boolean enabled;
    private boolean opened;
    private boolean shown;
    private Runnable chosen;

    static int level() { return 2; }

    /** Called by its name: animators, layouts and bindings know properties so. */
    public void setShown(boolean is) { shown = is; }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent intent = getIntent();
        numbers(intent.getIntExtra("n", 0));
        texts(intent.getAction());
        constants();
        fields();
        endings(state == null);
        objects(intent);
        choose();
        chosen.run();
    }

    @Override
    protected void onPause() {
        super.onPause();
        opened = true;
        flavour = "other";
        Settings.shared.open = true;
    }

    void numbers(int n) {
        int sum = 4 * 20 + level();
        if (sum < 10) unreachedBySum();
        if (sum > 10) reachedBySum();
        if (n + level() < 10) reachedByUnknownSum();
        int bits = LEVEL | 4;
        if ((bits & 1) != 0) unreachedByBit();
        if ((bits & 4) != 0) reachedByBit();
        if (Math.max(LEVEL, 1) > 5) unreachedByMost();
        int left = 3;
        while (left > 0) {
            left--;
            if (left == 1) reachedInLoop();
        }
        long large = LEVEL;
        if (large / 2 > 7L) reachedByLong();
    }

    void texts(String action) {
        if (channel.equals("beta")) unreachedByText();
        if (channel.equals("store")) reachedByText();
        if ("beta".equals(flavour)) reachedByTextThatIsSet();
        if (channel.startsWith("be")) unreachedByStart();
        if (TextUtils.isEmpty(channel)) unreachedByEmptyText();
        if (TextUtils.isEmpty(action)) reachedByUnknownText();
        if (token != null) unreachedByTextThatNothingSets();
        switch (channel) {
            case "store":
                reachedByCase();
                break;
            case "beta":
                unreachedByCase();
                break;
        }
    }

    void constants() {
        if (BETA) unreachedByParsed();
        if (LEGACY) unreachedByBoxed();
        if (LEGACY != null) reachedByBoxThatIsThere();
        if (LEVEL > 5) unreachedByLevel();
        if (LEVEL == 2) reachedByLevel();
    }

    void fields() {
        if (shown) reachedByProperty();
        if (Settings.shared.isLocked()) reachedBySetter();
        if (Measured.read().wide) reachedByNative();
        if (enabled) unreachedByFieldThatNothingSets();
        if (opened) reachedByFieldThatIsSet();
        Settings settings = Settings.shared;
        if (settings.isTracking()) unreachedBySetting();
        if (settings.isOpen()) reachedBySetting();
    }

    void endings(boolean first) {
        try {
            fail();
            unreachedAfterFailure();
        } catch (IllegalStateException e) {
            reachedOnceItFails();
        }
        failSometimes(first);
        reachedAfterSomeFailure();
    }

    void fail() { throw new IllegalStateException("no"); }

    void failSometimes(boolean first) { if (first) throw new IllegalStateException("no"); }

    void objects(Object unknown) {
        Object made = new Settings();
        if (made instanceof Decisions) unreachedByType();
        if (made instanceof Settings) reachedByType();
        if (unknown instanceof Runnable) reachedByUnknownType();
        if (made == null) unreachedByNull();
        Object nothing = null;
        if (nothing != null) unreachedByNothing();
    }

    void choose() {
        chosen = BETA ? new NewerUnreached() : new OlderReached();
    }

    static class NewerUnreached implements Runnable {
        public void run() { Phone.it.getDeviceId(); }
    }

    static class OlderReached implements Runnable {
        public void run() { Phone.it.getDeviceId(); }
    }

    /** Code of the device itself sets its fields. */
    static class Measured {
        boolean wide;

        static Measured read() {
            Measured made = new Measured();
            made.fill();
            return made;
        }

        native void fill();
    }

    static class Settings {
        static final Settings shared = new Settings();
        private boolean tracking;
        private boolean locked;

        public void setLocked(boolean is) { locked = is; }

        boolean isLocked() { return locked; }
        boolean open;

        boolean isTracking() { return tracking; }

        boolean isOpen() { return open; }
    }

    void reachedByProperty() { Phone.it.getDeviceId(); }

    void reachedBySetter() { Phone.it.getDeviceId(); }

    void reachedByNative() { Phone.it.getDeviceId(); }

    void unreachedBySum() { Phone.it.getDeviceId(); }

    void reachedBySum() { Phone.it.getDeviceId(); }

    void reachedByUnknownSum() { Phone.it.getDeviceId(); }

    void unreachedByBit() { Phone.it.getDeviceId(); }

    void reachedByBit() { Phone.it.getDeviceId(); }

    void unreachedByMost() { Phone.it.getDeviceId(); }

    void reachedInLoop() { Phone.it.getDeviceId(); }

    void reachedByLong() { Phone.it.getDeviceId(); }

    void unreachedByText() { Phone.it.getDeviceId(); }

    void reachedByText() { Phone.it.getDeviceId(); }

    void reachedByTextThatIsSet() { Phone.it.getDeviceId(); }

    void unreachedByStart() { Phone.it.getDeviceId(); }

    void unreachedByEmptyText() { Phone.it.getDeviceId(); }

    void reachedByUnknownText() { Phone.it.getDeviceId(); }

    void unreachedByTextThatNothingSets() { Phone.it.getDeviceId(); }

    void reachedByCase() { Phone.it.getDeviceId(); }

    void unreachedByCase() { Phone.it.getDeviceId(); }

    void unreachedByParsed() { Phone.it.getDeviceId(); }

    void unreachedByBoxed() { Phone.it.getDeviceId(); }

    void reachedByBoxThatIsThere() { Phone.it.getDeviceId(); }

    void unreachedByLevel() { Phone.it.getDeviceId(); }

    void reachedByLevel() { Phone.it.getDeviceId(); }

    void unreachedByFieldThatNothingSets() { Phone.it.getDeviceId(); }

    void reachedByFieldThatIsSet() { Phone.it.getDeviceId(); }

    void unreachedBySetting() { Phone.it.getDeviceId(); }

    void reachedBySetting() { Phone.it.getDeviceId(); }

    void unreachedAfterFailure() { Phone.it.getDeviceId(); }

    void reachedOnceItFails() { Phone.it.getDeviceId(); }

    void reachedAfterSomeFailure() { Phone.it.getDeviceId(); }

    void unreachedByType() { Phone.it.getDeviceId(); }

    void reachedByType() { Phone.it.getDeviceId(); }

    void reachedByUnknownType() { Phone.it.getDeviceId(); }

    void unreachedByNull() { Phone.it.getDeviceId(); }

    void unreachedByNothing() { Phone.it.getDeviceId(); }
}
