package org.example.callbacksbyhand;

import android.app.Activity;
import android.os.Bundle;
import android.preference.Preference;
import android.preference.PreferenceFragment;
import org.example.reach.Phone;

public class Main extends Activity implements PreferenceFragment.OnPreferenceStartFragmentCallback {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            PropertyChange.drive(this);
            Externalized.drive(this);
            FileNames.drive(this);
            Input.drive(this);
            Output.drive(this);
            Reading.drive(this);
            Writing.drive(this);
            Authentication.drive(this);
            Cookies.drive(this);
            CookieRule.drive(this);
            Proxies.drive(this);
            Streams.drive(this);
            Privileged.drive(this);
            Elements.drive(this);
            Enumerated.drive(this);
            NodeChange.drive(this);
            PreferenceChange.drive(this);
            Handshake.drive(this);
            HostNames.drive(this);
            Trust.drive(this);
            Keys.drive(this);
            SessionBinding.drive(this);
            ConnectionEvents.drive(this);
            StatementEvents.drive(this);
            RowSets.drive(this);
            TransformErrors.drive(this);
            ForkJoinThreads.drive(this);
            FactoryThread.drive(this);
            OwnFactoryThread.drive(this);
            Orientation.drive(this);
            OldOrientation.drive(this);
            InputFilters.drive(this);
            Spans.drive(this);
            Clickable.drive(this);
            CharacterStyles.drive(this);
            Replacement.drive(this);
            MetaKeys.drive(this);
            NodeProvider.drive(this);
            Filters.drive(this);
        } catch (Exception failed) {
            finish();
        }
    }

    @Override
    public boolean onPreferenceStartFragment(PreferenceFragment caller, Preference preference) {
        reachedByFragment();
        return true;
    }

    private void reachedByFragment() { Phone.it.getDeviceId(); }

    static class UnreachedHost implements PreferenceFragment.OnPreferenceStartFragmentCallback {
        @Override
        public boolean onPreferenceStartFragment(PreferenceFragment caller, Preference preference) {
            Phone.it.getDeviceId();
            return true;
        }
    }
}
