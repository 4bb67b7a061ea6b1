package org.example.reflection;

import android.app.Activity;
import android.content.Context;
import org.example.reach.Kept;
import org.example.reach.Phone;

/** Names that stand in resources. */
final class Names {
    private Names() {}

    static void drive(Activity host) throws ReflectiveOperationException {
        Class.forName(host.getString(R.string.made)).newInstance();
        Kept.last = host.getString(R.string.idle);
        reachedByNameInResource(host);
        Kept.last = Class.forName("org.example.reflection.Names$Own").getMethod("getDeviceId").invoke(null);
    }

    private static void reachedByNameInResource(Activity host) throws ReflectiveOperationException {
        Object manager = host.getSystemService(Context.TELEPHONY_SERVICE);
        Class<?> type = Class.forName("android.telephony.TelephonyManager");
        Kept.last = type.getMethod(host.getString(R.string.asked)).invoke(manager);
    }

    static class ByResourceReached {
        ByResourceReached() {
            Phone.it.getDeviceId();
        }
    }

    static class ByResourceUnreached {
        ByResourceUnreached() {
            Phone.it.getDeviceId();
        }
    }

    /** Has a method of a telling name that tells nothing. */
    static class Own {
        public static String getDeviceId() {
            return "none";
        }
    }
}
