package androidx.localbroadcastmanager.content;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.content.IntentFilter;

public final class LocalBroadcastManager {
    public static LocalBroadcastManager getInstance(Context context) { return null; }

    public void registerReceiver(BroadcastReceiver receiver, IntentFilter filter) {}

    public boolean sendBroadcast(Intent intent) { return true; }
}
