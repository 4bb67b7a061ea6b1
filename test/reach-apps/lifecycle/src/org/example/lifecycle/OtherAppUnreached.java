package org.example.lifecycle;

import android.app.Application;
import android.content.res.Configuration;
import org.example.reach.Phone;

/** No manifest names it. */
public class OtherAppUnreached extends Application {
    @Override public void onTerminate() { Phone.it.getDeviceId(); }

    @Override public void onConfigurationChanged(Configuration changed) { Phone.it.getDeviceId(); }

    @Override public void onLowMemory() { Phone.it.getDeviceId(); }

    @Override public void onTrimMemory(int level) { Phone.it.getDeviceId(); }
}
