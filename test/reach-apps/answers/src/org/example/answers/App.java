package org.example.answers;

import android.app.ActivityManager;
import android.app.Application;
import android.content.Context;
import android.content.SharedPreferences;
import android.os.Process;
import android.text.TextUtils;
import com.tencent.mmkv.MMKV;
import org.example.reach.Phone;

public class App extends Application {
    private boolean agreed;

    @Override
    public void onCreate() {
        super.onCreate();
        Keys.ask(this);
        SharedPreferences preferences = getSharedPreferences("settings", Context.MODE_PRIVATE);
        if (!preferences.getBoolean("agreed", false)) {
            reachedEarlyOnWrongBranch();
        }
        if (preferences.getBoolean("agreed", false)) {
            reachedLate();
        }
        reachedEarlyAfterTheBranch();
        if (preferences.getBoolean("first_run", true)) {
            reachedEarlyOnFirstRun();
        } else {
            reachedLateOnLaterRuns();
        }
        if ("1".equals(preferences.getString("agreed", ""))) {
            reachedLatePastText();
        }
        if (!TextUtils.isEmpty(preferences.getString("agreed_at", null))) {
            reachedLatePastDate();
        }
        if (preferences.getInt("agreed", 0) == 1) {
            reachedLatePastNumber();
        }
        if (preferences.getLong("agreed_time", 0L) > 0) {
            reachedLatePastTime();
        }
        if (isMainProcess()) {
            reachedEarlyInMainProcess();
        }
        agreed = preferences.getBoolean("agreed", false);
        if (agreed) {
            reachedLatePastField();
        }
        if (Settings.of(this).isAgreed()) {
            reachedLatePastWrapper();
        }
        if (preferences.getBoolean("dark_theme", false)) {
            reachedEarlyPastTheme();
        }
        if (preferences.getInt("font_size", 12) > 14) {
            reachedEarlyPastFontSize();
        }
        if (Settings.of(this).isPushed()) {
            reachedEarlyPastWrapperOfSwitch();
        }
        if (preferences.getBoolean("a1", false)) {
            reachedLatePastUnknownKey();
        }
        try {
            Settings.of(this).demand();
            reachedLateAfterDemand();
        } catch (IllegalStateException refused) {
            reachedEarlyWhenRefused();
        }
        if (!Settings.of(this).isAgreed()) {
            return;
        }
        reachedLateAfterReturn();
        if (MMKV.defaultMMKV().decodeBool("agreed", false)) {
            reachedLatePastStore();
        }
    }

    private boolean isMainProcess() {
        ActivityManager manager = (ActivityManager) getSystemService(Context.ACTIVITY_SERVICE);
        for (ActivityManager.RunningAppProcessInfo info : manager.getRunningAppProcesses()) {
            if (info.pid == Process.myPid()) return getPackageName().equals(info.processName);
        }
        return false;
    }

    private void reachedEarlyOnWrongBranch() { Phone.it.getDeviceId(); }
    private void reachedLate() { Phone.it.getDeviceId(); }
    private void reachedEarlyAfterTheBranch() { Phone.it.getDeviceId(); }
    private void reachedEarlyOnFirstRun() { Phone.it.getDeviceId(); }
    private void reachedLateOnLaterRuns() { Phone.it.getDeviceId(); }
    private void reachedLatePastText() { Phone.it.getDeviceId(); }
    private void reachedLatePastDate() { Phone.it.getDeviceId(); }
    private void reachedLatePastNumber() { Phone.it.getDeviceId(); }
    private void reachedLatePastTime() { Phone.it.getDeviceId(); }
    private void reachedEarlyInMainProcess() { Phone.it.getDeviceId(); }
    private void reachedLatePastField() { Phone.it.getDeviceId(); }
    private void reachedLatePastWrapper() { Phone.it.getDeviceId(); }
    private void reachedEarlyPastTheme() { Phone.it.getDeviceId(); }
    private void reachedEarlyPastFontSize() { Phone.it.getDeviceId(); }
    private void reachedEarlyPastWrapperOfSwitch() { Phone.it.getDeviceId(); }
    private void reachedLatePastUnknownKey() { Phone.it.getDeviceId(); }
    private void reachedLateAfterDemand() { Phone.it.getDeviceId(); }
    private void reachedEarlyWhenRefused() { Phone.it.getDeviceId(); }
    private void reachedLateAfterReturn() { Phone.it.getDeviceId(); }
    private void reachedLatePastStore() { Phone.it.getDeviceId(); }
}
