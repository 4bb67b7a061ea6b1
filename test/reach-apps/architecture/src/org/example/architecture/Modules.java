package org.example.architecture;

import android.content.Context;
import java.util.ArrayList;
import java.util.List;
import org.example.reach.Phone;

/** A list of modules that start one after the other. */
final class Modules {
    private static final List<Module> ALL = new ArrayList<Module>();

    static {
        ALL.add(new DeviceReached());
        ALL.add(new Holder().module);
    }

    private Modules() {}

    static void startAll(Context context) {
        for (Module module : ALL) {
            module.start(context);
        }
    }

    interface Module {
        void start(Context context);

        void stop();
    }

    static class Holder {
        final Module module = Lazy.INSTANCE;
    }

    static class Lazy implements Module {
        static final Lazy INSTANCE = new Lazy();

        @Override
        public void start(Context context) {
            reachedLazily();
        }

        @Override
        public void stop() {
            unreachedLazily();
        }

        private void reachedLazily() {
            Phone.it.getDeviceId();
        }

        private void unreachedLazily() {
            Phone.it.getDeviceId();
        }
    }

    static class DeviceReached implements Module {
        @Override
        public void start(Context context) {
            Phone.it.getDeviceId();
        }

        @Override
        public void stop() {}
    }

    /** On nobody's list. */
    static class RemovedUnreached implements Module {
        @Override
        public void start(Context context) {
            Phone.it.getDeviceId();
        }

        @Override
        public void stop() {
            Phone.it.getDeviceId();
        }
    }
}
