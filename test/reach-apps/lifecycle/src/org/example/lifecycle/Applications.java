package org.example.lifecycle;

import android.app.Application;
import android.content.Context;
import android.content.res.Configuration;
import org.example.reach.Phone;

public final class Applications {
    private Applications() {}

    /** What an application class of the app's own inherits is called as well. */
    public abstract static class Base extends Application {
        @Override
        public void onLowMemory() {
            reachedByInheritance();
        }

        private void reachedByInheritance() {
            Phone.it.getDeviceId();
        }

        @Override
        public void onCreate() {
            super.onCreate();
            reachedBySuper();
            initialise();
        }

        private void reachedBySuper() {
            Phone.it.getDeviceId();
        }

        protected abstract void initialise();
    }

    public static class AppReached extends Base {
        public AppReached() {
            Phone.it.getDeviceId();
        }

        @Override
        protected void attachBaseContext(Context base) {
            super.attachBaseContext(base);
            Phone.it.getDeviceId();
        }

        @Override
        public void onCreate() {
            super.onCreate();
            Phone.it.getDeviceId();
        }

        @Override
        protected void initialise() {
            Phone.it.getDeviceId();
        }

        @Override
        public void onTerminate() {
            Phone.it.getDeviceId();
        }

        @Override
        public void onTrimMemory(int level) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onConfigurationChanged(Configuration configuration) {
            Phone.it.getDeviceId();
        }

        private void unreachedHelper() {
            Phone.it.getDeviceId();
        }
    }

    public static class AppUnreached extends Base {
        @Override
        protected void attachBaseContext(Context base) {
            super.attachBaseContext(base);
            Phone.it.getDeviceId();
        }

        @Override
        public void onCreate() {
            Phone.it.getDeviceId();
        }

        @Override
        protected void initialise() {
            Phone.it.getDeviceId();
        }
    }
}
