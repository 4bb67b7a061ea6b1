package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class InputFilters {
    static void drive(android.app.Activity host) throws Exception {
        Given.<android.widget.TextView>of(host).setFilters(new android.text.InputFilter[] {new Reached()});
        Kept.last = new Unreached();
    }

    static class Reached implements android.text.InputFilter {
        public CharSequence filter(CharSequence s, int a, int b, android.text.Spanned d, int c, int e) { Phone.it.getDeviceId(); return null; }
    }

    static class Unreached implements android.text.InputFilter {
        public CharSequence filter(CharSequence s, int a, int b, android.text.Spanned d, int c, int e) { Phone.it.getDeviceId(); return null; }
    }
}
