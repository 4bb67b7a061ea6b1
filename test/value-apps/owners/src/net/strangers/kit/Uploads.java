package net.strangers.kit;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;

/** A component that a library declares. */
public class Uploads extends Service {
    @Override
    public int onStartCommand(Intent intent, int flags, int start) {
        Kit.read(this);
        return START_NOT_STICKY;
    }

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
