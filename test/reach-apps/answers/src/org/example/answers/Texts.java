package org.example.answers;

import android.content.Context;
import android.preference.PreferenceManager;
import android.text.TextUtils;
import org.example.reach.Phone;

final class Texts {
    private Texts() {}

    static void check(Context context) {
        String version = PreferenceManager.getDefaultSharedPreferences(context).getString("policy_version", "");
        if (TextUtils.isEmpty(version)) reachedEarlyWithoutVersion();
        else reachedLateByVersion();
        if (version.length() > 0) reachedLateByLength();
        String user = PreferenceManager.getDefaultSharedPreferences(context).getString("agreed_by", null);
        if (user == null) reachedEarlyWithoutUser();
        else reachedLateByUser();
    }

    private static void reachedEarlyWithoutVersion() { Phone.it.getDeviceId(); }
    private static void reachedLateByVersion() { Phone.it.getDeviceId(); }
    private static void reachedLateByLength() { Phone.it.getDeviceId(); }
    private static void reachedEarlyWithoutUser() { Phone.it.getDeviceId(); }
    private static void reachedLateByUser() { Phone.it.getDeviceId(); }
}
