package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class Spans {
    static void drive(android.app.Activity host) throws Exception {
        new android.text.SpannableString("x").setSpan(new Reached(), 0, 1, 0);
        Kept.last = new Unreached();
    }

    static class Reached implements android.text.SpanWatcher {
        public void onSpanAdded(android.text.Spannable s, Object o, int a, int b) { Phone.it.getDeviceId(); } public void onSpanRemoved(android.text.Spannable s, Object o, int a, int b) {} public void onSpanChanged(android.text.Spannable s, Object o, int a, int b, int c, int d) {}
    }

    static class Unreached implements android.text.SpanWatcher {
        public void onSpanAdded(android.text.Spannable s, Object o, int a, int b) { Phone.it.getDeviceId(); } public void onSpanRemoved(android.text.Spannable s, Object o, int a, int b) {} public void onSpanChanged(android.text.Spannable s, Object o, int a, int b, int c, int d) {}
    }
}
