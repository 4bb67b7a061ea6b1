package org.example.lifecycle;

import android.appwidget.AppWidgetManager;
import android.appwidget.AppWidgetProvider;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import org.example.reach.Phone;

public final class Receivers {
    private Receivers() {}

    public static class BootReached extends BroadcastReceiver {
        @Override
        public void onReceive(Context context, Intent intent) {
            Phone.it.getDeviceId();
        }
    }

    public static class BootUnreached extends BroadcastReceiver {
        @Override
        public void onReceive(Context context, Intent intent) {
            Phone.it.getDeviceId();
        }
    }

    public static class WidgetReached extends AppWidgetProvider {
        @Override
        public void onUpdate(Context context, AppWidgetManager manager, int[] ids) {
            Phone.it.getDeviceId();
        }
    }

    public static class WidgetUnreached extends AppWidgetProvider {
        @Override
        public void onUpdate(Context context, AppWidgetManager manager, int[] ids) {
            Phone.it.getDeviceId();
        }
    }

    abstract static class Base extends BroadcastReceiver {
        @Override
        public void onReceive(Context context, Intent intent) {
            handle(intent);
        }

        abstract void handle(Intent intent);
    }

    public static class Inheriting extends Base {
        @Override
        void handle(Intent intent) {
            reachedInSubclass();
        }

        private void reachedInSubclass() {
            Phone.it.getDeviceId();
        }
    }

    public static class OtherInheritingUnreached extends Base {
        @Override
        void handle(Intent intent) {
            Phone.it.getDeviceId();
        }
    }
}
