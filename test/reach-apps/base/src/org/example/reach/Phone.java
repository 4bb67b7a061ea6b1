package org.example.reach;

import android.telephony.TelephonyManager;

/** Where every case finds the sensitive call: `Phone.it.getDeviceId()`. */
public final class Phone {
    public static TelephonyManager it;

    private Phone() {}
}
