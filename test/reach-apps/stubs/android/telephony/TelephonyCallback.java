package android.telephony;

/** Of Android 12. */
public class TelephonyCallback {
    public interface CallStateListener {
        void onCallStateChanged(int state);
    }
}
