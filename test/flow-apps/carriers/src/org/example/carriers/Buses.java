package org.example.carriers;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.content.IntentFilter;
import android.util.Log;
import androidx.lifecycle.Observer;
import androidx.localbroadcastmanager.content.LocalBroadcastManager;
import com.jeremyliao.liveeventbus.LiveEventBus;
import com.squareup.otto.Bus;
import org.greenrobot.eventbus.EventBus;

/** Values that are posted for whoever takes them. */
class Buses {
    private static final Bus BUS = new Bus();

    void listen(Context context) {
        EventBus.getDefault().register(new Subscriber());
        BUS.register(new OttoSubscriber());
        LiveEventBus.get("loud", String.class).observeForever(new Observer<String>() {
            @Override public void onChanged(String value) { Log.d("t", value); }
        });
        LiveEventBus.get("quiet", String.class).observeForever(new Observer<String>() {
            @Override public void onChanged(String value) { Log.d("t", value.isEmpty() ? "a" : "b"); }
        });
        LocalBroadcastManager.getInstance(context).registerReceiver(new BroadcastReceiver() {
            @Override public void onReceive(Context receiver, Intent intent) { Log.d("t", intent.getStringExtra("loud")); }
        }, new IntentFilter("event"));
    }

    static class Subscriber {
        @org.greenrobot.eventbus.Subscribe public void onLoud(Loud event) { Log.d("t", event.id); }

        @org.greenrobot.eventbus.Subscribe public void onQuiet(Quiet event) { Log.d("t", "quiet"); }

        @org.greenrobot.eventbus.Subscribe public void onText(String event) { Log.d("t", event); }
    }

    static class OttoSubscriber {
        @com.squareup.otto.Subscribe public void onLoud(Loud event) { Log.d("t", event.id); }
    }

    void sentEventBus() { EventBus.getDefault().post(new Loud(Main.phone.getDeviceId())); }

    void keptEventBus() { EventBus.getDefault().post(new Quiet(Main.phone.getDeviceId())); }

    void sentPlainEvent() { EventBus.getDefault().post(Main.phone.getDeviceId()); }

    void sentOtto() { post(new Loud(Main.phone.getDeviceId())); }

    void keptOtto() { post(new Quiet(Main.phone.getDeviceId())); }

    private static void post(Object event) { BUS.post(event); }

    void sentChannel() { LiveEventBus.get("loud", String.class).post(Main.phone.getDeviceId()); }

    void keptChannel() { LiveEventBus.get("quiet", String.class).post(Main.phone.getDeviceId()); }

    void sentLocalBroadcast(Context context) {
        Intent intent = new Intent("event");
        intent.putExtra("loud", Main.phone.getDeviceId());
        LocalBroadcastManager.getInstance(context).sendBroadcast(intent);
    }

    void keptLocalBroadcast(Context context) {
        Intent intent = new Intent("event");
        intent.putExtra("nobody", Main.phone.getDeviceId());
        LocalBroadcastManager.getInstance(context).sendBroadcast(intent);
    }
}
