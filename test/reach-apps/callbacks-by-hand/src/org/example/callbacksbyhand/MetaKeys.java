package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class MetaKeys {
    static void drive(android.app.Activity host) throws Exception {
        Given.<android.widget.TextView>of(host).setKeyListener(new Reached());
        Kept.last = new Unreached();
    }

    static class Reached extends android.text.method.BaseKeyListener {
        public int getInputType() { return 0; } public boolean onKeyDown(android.view.View v, android.text.Editable e, int k, android.view.KeyEvent ev) { Phone.it.getDeviceId(); return true; }
    }

    static class Unreached extends android.text.method.BaseKeyListener {
        public int getInputType() { return 0; } public boolean onKeyDown(android.view.View v, android.text.Editable e, int k, android.view.KeyEvent ev) { Phone.it.getDeviceId(); return true; }
    }
}
