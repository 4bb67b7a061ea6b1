package org.example.lifecycle;

import android.app.Activity;
import android.app.Service;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import android.os.IBinder;
import org.example.reach.Phone;

/** Components that the manifest turns off, and one that it says is on. */
public class Disabled {
    public static class OffUnreached extends Activity {
        @Override
        protected void onCreate(Bundle state) {
            super.onCreate(state);
            Phone.it.getDeviceId();
        }
    }

    public static class QuietUnreached extends Service {
        @Override
        public int onStartCommand(Intent intent, int flags, int id) {
            Phone.it.getDeviceId();
            return 0;
        }

        @Override
        public IBinder onBind(Intent intent) {
            return null;
        }
    }

    public static class DeafUnreached extends BroadcastReceiver {
        @Override
        public void onReceive(Context context, Intent intent) {
            Phone.it.getDeviceId();
        }
    }

    public static class OnReached extends Ancestor {}

    /** What its class does at first is done for those below it. */
    public static class Ancestor extends Activity {
        static { reachedAtFirst(); }

        private static void reachedAtFirst() { Phone.it.getDeviceId(); }
    }

    public static class NobodysAncestor extends Activity {
        static { unreachedAtFirst(); }

        private static void unreachedAtFirst() { Phone.it.getDeviceId(); }
    }
}
