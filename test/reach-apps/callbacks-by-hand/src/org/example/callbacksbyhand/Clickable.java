package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class Clickable {
    static void drive(android.app.Activity host) throws Exception {
        new android.text.SpannableString("x").setSpan(new Reached(), 0, 1, 0);
        Kept.last = new Unreached();
    }

    static class Reached extends android.text.style.ClickableSpan {
        public void onClick(android.view.View v) { Phone.it.getDeviceId(); }
    }

    static class Unreached extends android.text.style.ClickableSpan {
        public void onClick(android.view.View v) { Phone.it.getDeviceId(); }
    }
}
