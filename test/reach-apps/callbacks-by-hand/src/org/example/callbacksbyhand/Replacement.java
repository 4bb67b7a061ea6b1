package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class Replacement {
    static void drive(android.app.Activity host) throws Exception {
        new android.text.SpannableString("x").setSpan(new Reached(), 0, 1, 0);
        Kept.last = new Unreached();
    }

    static class Reached extends android.text.style.ReplacementSpan {
        public int getSize(android.graphics.Paint p, CharSequence s, int a, int b, android.graphics.Paint.FontMetricsInt f) { Phone.it.getDeviceId(); return 0; } public void draw(android.graphics.Canvas c, CharSequence s, int a, int b, float x, int t, int y, int u, android.graphics.Paint p) {}
    }

    static class Unreached extends android.text.style.ReplacementSpan {
        public int getSize(android.graphics.Paint p, CharSequence s, int a, int b, android.graphics.Paint.FontMetricsInt f) { Phone.it.getDeviceId(); return 0; } public void draw(android.graphics.Canvas c, CharSequence s, int a, int b, float x, int t, int y, int u, android.graphics.Paint p) {}
    }
}
