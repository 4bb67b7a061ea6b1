package org.example.callbacks;

import android.accounts.Account;
import android.accounts.AccountManager;
import android.accounts.OnAccountsUpdateListener;
import android.app.Activity;
import android.app.AlarmManager;
import android.app.Application;
import android.content.AsyncQueryHandler;
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
import android.media.AudioManager;
import android.media.MediaPlayer;
import android.net.ConnectivityManager;
import android.net.Network;
import android.net.NetworkRequest;
import android.nfc.NfcAdapter;
import android.nfc.Tag;
import android.os.Bundle;
import android.os.FileObserver;
import android.os.IBinder;
import android.speech.RecognitionListener;
import android.view.View;
import android.view.ViewGroup;
import android.view.ViewTreeObserver;
import android.view.animation.AlphaAnimation;
import android.view.animation.Animation;
import android.webkit.DownloadListener;
import android.webkit.JavascriptInterface;
import android.webkit.JsPromptResult;
import android.webkit.ValueCallback;
import android.webkit.WebChromeClient;
import android.webkit.WebView;
import android.webkit.WebViewClient;
import android.widget.BaseAdapter;
import android.widget.ListView;
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

        WebView web = new WebView(host);
        web.setWebViewClient(new PageReached());
        Kept.last = new PageUnreached();

        web.setWebChromeClient(new PromptReached());
        web.setWebChromeClient(new WebChromeClient());
        Kept.last = new PromptUnreached();

        web.addJavascriptInterface(new BridgeReached(), "bridge");
        Kept.last = new BridgeUnreached();

        web.addJavascriptInterface(new BridgeHiddenReached(), "hidden");
        web.addJavascriptInterface(new BridgeHiddenUnreached(), "hidden");

        web.setDownloadListener(new DownloadReached());
        Kept.last = new DownloadUnreached();

        web.evaluateJavascript("1", new ScriptReached());
        Kept.last = new ScriptUnreached();

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

        ((AlarmManager) host.getSystemService("alarm")).set(1, 1, "tag", new AlarmReached(), null);
        Kept.last = new AlarmUnreached();

        new MediaPlayer().setOnCompletionListener(new PlayerReached());
        Kept.last = new PlayerUnreached();

        ((AudioManager) host.getSystemService("audio")).requestAudioFocus(new FocusReached(), 1, 1);
        Kept.last = new FocusUnreached();

        web.getViewTreeObserver().addOnGlobalLayoutListener(new LayoutReached());
        Kept.last = new LayoutUnreached();

        new AlphaAnimation(0, 1).setAnimationListener(new AnimatedReached());
        Kept.last = new AnimatedUnreached();

        NfcAdapter.getDefaultAdapter(host).enableReaderMode(host, new ReaderReached(), 1, null);
        Kept.last = new ReaderUnreached();

        new ListView(host).setAdapter(new AdapterReached());
        Kept.last = new AdapterUnreached();
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

    static class PageReached extends WebViewClient {
        @Override
        public void onPageFinished(WebView view, String url) {
            Phone.it.getDeviceId();
        }
    }

    static class PageUnreached extends WebViewClient {
        @Override
        public void onPageFinished(WebView view, String url) {
            Phone.it.getDeviceId();
        }
    }

    static class PromptReached extends WebChromeClient {
        @Override
        public boolean onJsPrompt(WebView view, String url, String message, String value, JsPromptResult result) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class PromptUnreached extends WebChromeClient {
        @Override
        public boolean onJsPrompt(WebView view, String url, String message, String value, JsPromptResult result) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class BridgeReached {
        @JavascriptInterface
        public void read() {
            Phone.it.getDeviceId();
        }
    }

    static class BridgeUnreached {
        @JavascriptInterface
        public void read() {
            Phone.it.getDeviceId();
        }
    }

    static class BridgeHiddenReached {
        @JavascriptInterface
        public void read() {
            Phone.it.getDeviceId();
        }
    }

    static class BridgeHiddenUnreached {
        public void read() {
            Phone.it.getDeviceId();
        }
    }

    static class DownloadReached implements DownloadListener {
        @Override
        public void onDownloadStart(String url, String agent, String disposition, String type, long length) {
            Phone.it.getDeviceId();
        }
    }

    static class DownloadUnreached implements DownloadListener {
        @Override
        public void onDownloadStart(String url, String agent, String disposition, String type, long length) {
            Phone.it.getDeviceId();
        }
    }

    static class ScriptReached implements ValueCallback<String> {
        @Override
        public void onReceiveValue(String value) {
            Phone.it.getDeviceId();
        }
    }

    static class ScriptUnreached implements ValueCallback<String> {
        @Override
        public void onReceiveValue(String value) {
            Phone.it.getDeviceId();
        }
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

    static class AlarmReached implements AlarmManager.OnAlarmListener {
        @Override
        public void onAlarm() {
            Phone.it.getDeviceId();
        }
    }

    static class AlarmUnreached implements AlarmManager.OnAlarmListener {
        @Override
        public void onAlarm() {
            Phone.it.getDeviceId();
        }
    }

    static class PlayerReached implements MediaPlayer.OnCompletionListener {
        @Override
        public void onCompletion(MediaPlayer player) {
            Phone.it.getDeviceId();
        }
    }

    static class PlayerUnreached implements MediaPlayer.OnCompletionListener {
        @Override
        public void onCompletion(MediaPlayer player) {
            Phone.it.getDeviceId();
        }
    }

    static class FocusReached implements AudioManager.OnAudioFocusChangeListener {
        @Override
        public void onAudioFocusChange(int change) {
            Phone.it.getDeviceId();
        }
    }

    static class FocusUnreached implements AudioManager.OnAudioFocusChangeListener {
        @Override
        public void onAudioFocusChange(int change) {
            Phone.it.getDeviceId();
        }
    }

    static class LayoutReached implements ViewTreeObserver.OnGlobalLayoutListener {
        @Override
        public void onGlobalLayout() {
            Phone.it.getDeviceId();
        }
    }

    static class LayoutUnreached implements ViewTreeObserver.OnGlobalLayoutListener {
        @Override
        public void onGlobalLayout() {
            Phone.it.getDeviceId();
        }
    }

    static class AnimatedReached implements Animation.AnimationListener {
        @Override
        public void onAnimationEnd(Animation animation) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onAnimationStart(Animation animation) {}

        @Override
        public void onAnimationRepeat(Animation animation) {}
    }

    static class AnimatedUnreached implements Animation.AnimationListener {
        @Override
        public void onAnimationEnd(Animation animation) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onAnimationStart(Animation animation) {}

        @Override
        public void onAnimationRepeat(Animation animation) {}
    }

    static class ReaderReached implements NfcAdapter.ReaderCallback {
        @Override
        public void onTagDiscovered(Tag tag) {
            Phone.it.getDeviceId();
        }
    }

    static class ReaderUnreached implements NfcAdapter.ReaderCallback {
        @Override
        public void onTagDiscovered(Tag tag) {
            Phone.it.getDeviceId();
        }
    }

    static class AdapterReached extends BaseAdapter {
        @Override
        public View getView(int position, View view, ViewGroup parent) {
            Phone.it.getDeviceId();
            return null;
        }

        @Override
        public int getCount() {
            return 0;
        }

        @Override
        public Object getItem(int position) {
            return null;
        }

        @Override
        public long getItemId(int position) {
            return 0;
        }
    }

    static class AdapterUnreached extends BaseAdapter {
        @Override
        public View getView(int position, View view, ViewGroup parent) {
            Phone.it.getDeviceId();
            return null;
        }

        @Override
        public int getCount() {
            return 0;
        }

        @Override
        public Object getItem(int position) {
            return null;
        }

        @Override
        public long getItemId(int position) {
            return 0;
        }
    }
}
