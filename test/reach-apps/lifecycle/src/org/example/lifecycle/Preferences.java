package org.example.lifecycle;

import android.content.Context;
import android.os.Bundle;
import android.preference.Preference;
import android.preference.PreferenceActivity;
import android.preference.PreferenceFragment;
import android.util.AttributeSet;
import android.view.Menu;
import android.view.MenuItem;
import org.example.reach.Phone;

public class Preferences extends PreferenceActivity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        addPreferencesFromResource(R.xml.settings);
    }

    @Override
    public boolean onCreateOptionsMenu(Menu menu) {
        getMenuInflater().inflate(R.menu.items, menu);
        return true;
    }

    public boolean reachedByMenuItem(MenuItem item) {
        Phone.it.getDeviceId();
        return true;
    }

    public boolean unreachedByMenuItem(MenuItem item) {
        Phone.it.getDeviceId();
        return true;
    }

    public static class PreferenceUnreached extends Preference {
        public PreferenceUnreached(Context context, AttributeSet attributes) {
            super(context, attributes);
        }

        @Override
        protected void onClick() {
            Phone.it.getDeviceId();
        }
    }

    public static class HeaderReached extends PreferenceFragment {
        @Override
        public void onCreate(Bundle state) {
            super.onCreate(state);
            Phone.it.getDeviceId();
        }
    }

    public static class HeaderUnreached extends PreferenceFragment {
        @Override
        public void onCreate(Bundle state) {
            super.onCreate(state);
            Phone.it.getDeviceId();
        }
    }
}
