package org.example.answers;

import android.app.Activity;
import android.os.Bundle;
import org.example.reach.Phone;

/** A template: subclasses say whether the user agreed. */
abstract class MemoryGate extends Activity {
    protected abstract boolean isAllowed();

    @Override
    protected void onStart() {
        super.onStart();
        if (isAllowed()) {
            reachedLatePastTemplate();
        }
    }

    private void reachedLatePastTemplate() { Phone.it.getDeviceId(); }
}
