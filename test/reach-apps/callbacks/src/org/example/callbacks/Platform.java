package org.example.callbacks;

import android.accounts.Account;
import android.accounts.AccountManager;
import android.accounts.OnAccountsUpdateListener;
import android.app.Activity;
import android.app.Application;
import android.content.BroadcastReceiver;
import android.content.ClipboardManager;
import android.content.ComponentCallbacks;
import android.content.ComponentName;
import android.content.Context;
import android.content.Intent;
import android.content.IntentFilter;
import android.content.ServiceConnection;
import android.content.SharedPreferences;
import android.content.res.Configuration;
import android.database.ContentObserver;
import android.net.ConnectivityManager;
import android.net.Network;
import android.net.NetworkRequest;
import android.os.Bundle;
import android.os.FileObserver;
import android.os.IBinder;
import org.example.reach.Kept;
import org.example.reach.Phone;

final class Platform {
    static void drive(Activity host) {
        host.registerReceiver(new ReceiverReached(), new IntentFilter("action"));
        Kept.last = new ReceiverUnreached();

        host.registerReceiver(new ReceiverWithHandlerReached(), new IntentFilter("action"), null, null);
        host.unregisterReceiver(new ReceiverWithHandlerUnreached());

        host.sendOrderedBroadcast(new Intent("action"), null, new OrderedResultReached(), null, 0, null, null);
        Kept.last = new OrderedResultUnreached();

        host.bindService(new Intent("action"), new ConnectionReached(), 0);
        Kept.last = new ConnectionUnreached();

        host.getContentResolver().registerContentObserver(android.net.Uri.EMPTY, true, new ObserverReached());
        host.getContentResolver().unregisterContentObserver(new ObserverUnreached());

        ((ClipboardManager) host.getSystemService("clipboard")).addPrimaryClipChangedListener(new ClipReached());
        Kept.last = new ClipUnreached();

        host.getSharedPreferences("name", 0).registerOnSharedPreferenceChangeListener(new PreferencesReached());
        Kept.last = new PreferencesUnreached();

        ((ConnectivityManager) host.getSystemService("connectivity")).registerNetworkCallback(new NetworkRequest.Builder().build(), new NetworkReached());
        Kept.last = new NetworkUnreached();

        AccountManager.get(host).addOnAccountsUpdatedListener(new AccountsReached(), null, true);
        Kept.last = new AccountsUnreached();

        new FileReached().startWatching();
        new FileUnreached().stopWatching();

        host.getApplication().registerActivityLifecycleCallbacks(new LifecycleReached());
        host.getApplication().unregisterActivityLifecycleCallbacks(null);
        Kept.last = new LifecycleUnreached();

        host.registerComponentCallbacks(new ComponentsReached());
        Kept.last = new ComponentsUnreached();
    }

    static class ReceiverReached extends BroadcastReceiver {
        @Override
        public void onReceive(Context context, Intent intent) {
            Phone.it.getDeviceId();
        }
    }

    static class ReceiverUnreached extends BroadcastReceiver {
        @Override
        public void onReceive(Context context, Intent intent) {
            Phone.it.getDeviceId();
        }
    }

    static class ReceiverWithHandlerReached extends BroadcastReceiver {
        @Override
        public void onReceive(Context context, Intent intent) {
            Phone.it.getDeviceId();
        }
    }

    static class ReceiverWithHandlerUnreached extends BroadcastReceiver {
        @Override
        public void onReceive(Context context, Intent intent) {
            Phone.it.getDeviceId();
        }
    }

    static class OrderedResultReached extends BroadcastReceiver {
        @Override
        public void onReceive(Context context, Intent intent) {
            Phone.it.getDeviceId();
        }
    }

    static class OrderedResultUnreached extends BroadcastReceiver {
        @Override
        public void onReceive(Context context, Intent intent) {
            Phone.it.getDeviceId();
        }
    }

    static class ConnectionReached implements ServiceConnection {
        @Override
        public void onServiceConnected(ComponentName name, IBinder binder) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onServiceDisconnected(ComponentName name) {}
    }

    static class ConnectionUnreached implements ServiceConnection {
        @Override
        public void onServiceConnected(ComponentName name, IBinder binder) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onServiceDisconnected(ComponentName name) {}
    }

    static class ObserverReached extends ContentObserver {
        ObserverReached() {
            super(null);
        }

        @Override
        public void onChange(boolean self) {
            Phone.it.getDeviceId();
        }
    }

    static class ObserverUnreached extends ContentObserver {
        ObserverUnreached() {
            super(null);
        }

        @Override
        public void onChange(boolean self) {
            Phone.it.getDeviceId();
        }
    }

    static class ClipReached implements ClipboardManager.OnPrimaryClipChangedListener {
        @Override
        public void onPrimaryClipChanged() {
            Phone.it.getDeviceId();
        }
    }

    static class ClipUnreached implements ClipboardManager.OnPrimaryClipChangedListener {
        @Override
        public void onPrimaryClipChanged() {
            Phone.it.getDeviceId();
        }
    }

    static class PreferencesReached implements SharedPreferences.OnSharedPreferenceChangeListener {
        @Override
        public void onSharedPreferenceChanged(SharedPreferences preferences, String key) {
            Phone.it.getDeviceId();
        }
    }

    static class PreferencesUnreached implements SharedPreferences.OnSharedPreferenceChangeListener {
        @Override
        public void onSharedPreferenceChanged(SharedPreferences preferences, String key) {
            Phone.it.getDeviceId();
        }
    }

    static class NetworkReached extends ConnectivityManager.NetworkCallback {
        @Override
        public void onAvailable(Network network) {
            Phone.it.getDeviceId();
        }
    }

    static class NetworkUnreached extends ConnectivityManager.NetworkCallback {
        @Override
        public void onAvailable(Network network) {
            Phone.it.getDeviceId();
        }
    }

    static class AccountsReached implements OnAccountsUpdateListener {
        @Override
        public void onAccountsUpdated(Account[] accounts) {
            Phone.it.getDeviceId();
        }
    }

    static class AccountsUnreached implements OnAccountsUpdateListener {
        @Override
        public void onAccountsUpdated(Account[] accounts) {
            Phone.it.getDeviceId();
        }
    }

    static class FileReached extends FileObserver {
        FileReached() {
            super("/sdcard");
        }

        @Override
        public void onEvent(int event, String path) {
            Phone.it.getDeviceId();
        }
    }

    static class FileUnreached extends FileObserver {
        FileUnreached() {
            super("/sdcard");
        }

        @Override
        public void onEvent(int event, String path) {
            Phone.it.getDeviceId();
        }
    }

    static class LifecycleReached implements Application.ActivityLifecycleCallbacks {
        @Override
        public void onActivityResumed(Activity activity) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onActivityCreated(Activity activity, Bundle state) {}

        @Override
        public void onActivityStarted(Activity activity) {}

        @Override
        public void onActivityPaused(Activity activity) {}

        @Override
        public void onActivityStopped(Activity activity) {}

        @Override
        public void onActivitySaveInstanceState(Activity activity, Bundle state) {}

        @Override
        public void onActivityDestroyed(Activity activity) {}
    }

    static class LifecycleUnreached implements Application.ActivityLifecycleCallbacks {
        @Override
        public void onActivityResumed(Activity activity) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onActivityCreated(Activity activity, Bundle state) {}

        @Override
        public void onActivityStarted(Activity activity) {}

        @Override
        public void onActivityPaused(Activity activity) {}

        @Override
        public void onActivityStopped(Activity activity) {}

        @Override
        public void onActivitySaveInstanceState(Activity activity, Bundle state) {}

        @Override
        public void onActivityDestroyed(Activity activity) {}
    }

    static class ComponentsReached implements ComponentCallbacks {
        @Override
        public void onLowMemory() {
            Phone.it.getDeviceId();
        }

        @Override
        public void onConfigurationChanged(Configuration configuration) {}
    }

    static class ComponentsUnreached implements ComponentCallbacks {
        @Override
        public void onLowMemory() {
            Phone.it.getDeviceId();
        }

        @Override
        public void onConfigurationChanged(Configuration configuration) {}
    }
}
