package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class NodeProvider {
    static void drive(android.app.Activity host) throws Exception {
        host.getWindow().getDecorView().setAccessibilityDelegate(new android.view.View.AccessibilityDelegate() { public android.view.accessibility.AccessibilityNodeProvider getAccessibilityNodeProvider(android.view.View v) { return new Reached(); } });
        Kept.last = new Unreached();
    }

    static class Reached extends android.view.accessibility.AccessibilityNodeProvider {
        public android.view.accessibility.AccessibilityNodeInfo createAccessibilityNodeInfo(int i) { Phone.it.getDeviceId(); return null; }
    }

    static class Unreached extends android.view.accessibility.AccessibilityNodeProvider {
        public android.view.accessibility.AccessibilityNodeInfo createAccessibilityNodeInfo(int i) { Phone.it.getDeviceId(); return null; }
    }
}
