package org.example.requests;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;
import android.util.Log;

public class Reader extends Service {
    @Override
    public int onStartCommand(Intent intent, int flags, int start) {
        Log.d("x", intent.getStringExtra("read"));
        return START_NOT_STICKY;
    }

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
