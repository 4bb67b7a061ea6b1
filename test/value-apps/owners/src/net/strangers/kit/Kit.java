package net.strangers.kit;

import android.content.Context;
import android.telephony.TelephonyManager;

public class Kit {
    public static String read(Context context) {
        return stranger__inside(context);
    }

    private static String stranger__inside(Context context) {
        return ((TelephonyManager) context.getSystemService("phone")).getSimSerialNumber();
    }
}
