package org.example.unpacked;

import androidx.fragment.app.Fragment;
import org.example.reach.Phone;

public class Page extends Fragment {
    @Override
    public void onResume() {
        super.onResume();
        reachedOnPage();
    }

    private void reachedOnPage() { Phone.it.getDeviceId(); }
}
