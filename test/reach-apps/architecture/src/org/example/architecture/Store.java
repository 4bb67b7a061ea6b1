package org.example.architecture;

import android.app.Service;
import android.content.Intent;
import android.os.Binder;
import android.os.IBinder;
import org.example.reach.Phone;

public class Store extends Service {
    @Override
    public IBinder onBind(Intent intent) {
        return new LocalBinder();
    }

    void reachedThroughBinder() {
        Phone.it.getDeviceId();
    }

    void unreachedThroughBinder() {
        Phone.it.getDeviceId();
    }

    class LocalBinder extends Binder {
        Store store() {
            return Store.this;
        }
    }
}
