package org.example.reflection;

import java.util.ServiceLoader;
import org.example.reach.Phone;

public final class Services {
    private Services() {}

    static void drive() {
        for (Provider provider : ServiceLoader.load(Provider.class)) {
            provider.provide();
        }
    }

    public interface Provider {
        void provide();
    }

    public static class LoadedReached implements Provider {
        @Override
        public void provide() {
            Phone.it.getDeviceId();
        }
    }

    /** Named in no file of META-INF/services. */
    public static class LoadedUnreached implements Provider {
        @Override
        public void provide() {
            Phone.it.getDeviceId();
        }
    }
}
