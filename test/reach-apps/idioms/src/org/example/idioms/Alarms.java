package org.example.idioms;

import android.app.Activity;
import android.app.AlarmManager;
import android.app.PendingIntent;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.os.Handler;
import org.example.reach.Kept;
import org.example.reach.Phone;

/** Alarms, by intents and by listeners. */
final class Alarms {
    public static class AlarmReachedBehind extends BroadcastReceiver {
        @Override public void onReceive(Context context, Intent intent) { Phone.it.getDeviceId(); }
    }

    static final class ListenerReached implements AlarmManager.OnAlarmListener {
        @Override public void onAlarm() { Phone.it.getDeviceId(); }
    }

    static final class ListenerUnreached implements AlarmManager.OnAlarmListener {
        @Override public void onAlarm() { Phone.it.getDeviceId(); }
    }

    static final class FinishedReached implements PendingIntent.OnFinished {
        @Override public void onSendFinished(PendingIntent pending, Intent intent, int code, String data, android.os.Bundle extras) { Phone.it.getDeviceId(); }
    }

    static void drive(Activity host) {
        AlarmManager alarms = (AlarmManager) host.getSystemService("alarm");
        PendingIntent pending = PendingIntent.getBroadcast(host, 0, new Intent(host, AlarmReachedBehind.class), 0);
        alarms.setRepeating(0, 1, 1, pending);
        alarms.set(0, 1, "x", new ListenerReached(), new Handler());
        Kept.last = new ListenerUnreached();
        try {
            pending.send(host, 0, new Intent(), new FinishedReached(), null);
        } catch (PendingIntent.CanceledException caught) {
            host.finish();
        }
    }
}
