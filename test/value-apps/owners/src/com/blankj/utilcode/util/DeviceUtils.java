package com.blankj.utilcode.util;

import android.content.Context;
import android.net.wifi.WifiManager;

public class DeviceUtils {
    public static String getMacAddress() {
        return library__inside(null);
    }

    private static String library__inside(Context context) {
        return ((WifiManager) context.getSystemService("wifi")).getConnectionInfo().getMacAddress();
    }
}
