package org.example.threading;

import android.app.Activity;
import android.app.Service;
import android.content.ComponentName;
import android.content.Intent;
import android.content.pm.PackageManager;
import android.os.Bundle;
import android.os.Handler;
import android.os.IBinder;
import android.os.Message;
import org.example.reach.Phone;

/** A component that is its own task and gets its own messages; another one that code turns on. */
public class Itself extends Activity implements Handler.Callback, Runnable {
    private final Handler handler = new Handler(this);

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        handler.sendEmptyMessage(1);
        new Thread(this).start();
        Runtime.getRuntime().addShutdownHook(new Thread(new Runnable() {
            @Override
            public void run() { reachedAtTheEnd(); }
        }));
        new Thread(new Runnable() {
            @Override
            public void run() { unreachedWithoutStart(); }
        }).setName("idle");
        getPackageManager().setComponentEnabledSetting(
            new ComponentName(this, TurnedOn.class), PackageManager.COMPONENT_ENABLED_STATE_ENABLED, 0);
    }

    @Override
    public boolean handleMessage(Message message) {
        reachedByMessage();
        return true;
    }

    @Override
    public void run() { reachedByThread(); }

    /** The same without anyone who sends or starts. */
    public static class Silent extends Activity implements Handler.Callback, Runnable {
        private final Handler handler = new Handler(this);
        private final Thread thread = new Thread(this);

        @Override
        public boolean handleMessage(Message message) {
            unreachedByMessage();
            return true;
        }

        @Override
        public void run() { unreachedByThread(); }

        private void unreachedByMessage() { Phone.it.getDeviceId(); }
        private void unreachedByThread() { Phone.it.getDeviceId(); }
    }

    public static class TurnedOn extends Service {
        @Override
        public void onCreate() {
            super.onCreate();
            reachedOnceTurnedOn();
        }

        @Override
        public IBinder onBind(Intent intent) {
            return null;
        }

        private void reachedOnceTurnedOn() { Phone.it.getDeviceId(); }
    }

    private void reachedByMessage() { Phone.it.getDeviceId(); }
    private void reachedByThread() { Phone.it.getDeviceId(); }
    private void reachedAtTheEnd() { Phone.it.getDeviceId(); }
    private void unreachedWithoutStart() { Phone.it.getDeviceId(); }
}
