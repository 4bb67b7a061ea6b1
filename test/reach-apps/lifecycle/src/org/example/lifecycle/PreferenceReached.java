package org.example.lifecycle;

import android.content.Context;
import android.preference.Preference;
import android.util.AttributeSet;
import org.example.reach.Phone;

public class PreferenceReached extends Preference {
    public PreferenceReached(Context context, AttributeSet attributes) {
        super(context, attributes);
    }

    @Override
    protected void onClick() {
        Phone.it.getDeviceId();
    }
}
