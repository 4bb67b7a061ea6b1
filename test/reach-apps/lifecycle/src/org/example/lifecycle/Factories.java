package org.example.lifecycle;

import android.app.AppComponentFactory;
import android.app.Application;
import org.example.reach.Phone;

public final class Factories {
    private Factories() {}

    public static class FactoryReached extends AppComponentFactory {
        @Override
        public Application instantiateApplication(ClassLoader loader, String name) {
            Phone.it.getDeviceId();
            return super.instantiateApplication(loader, name);
        }
    }

    public static class FactoryUnreached extends AppComponentFactory {
        @Override
        public Application instantiateApplication(ClassLoader loader, String name) {
            Phone.it.getDeviceId();
            return super.instantiateApplication(loader, name);
        }
    }
}
