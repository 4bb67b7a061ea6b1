package com.umeng.commonsdk;

import android.content.Context;
import android.telephony.TelephonyManager;

public class UMConfigure {
    public static void init(Context context, String key) {
        sdk__inside(context);
    }

    public static void getOaid(Context context, Object listener) {}

    public static String describe(Context context) {
        return sdk__helper(context);
    }

    private static String sdk__helper(Context context) {
        return ((TelephonyManager) context.getSystemService("phone")).getDeviceId();
    }

    private static String sdk__inside(Context context) {
        return ((TelephonyManager) context.getSystemService("phone")).getSubscriberId();
    }
}
