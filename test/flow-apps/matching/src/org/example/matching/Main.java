package org.example.matching;

import android.app.Activity;
import android.location.LocationManager;
import android.media.projection.MediaProjectionManager;
import android.os.Bundle;
import android.os.IBinder;
import android.os.RemoteException;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static TelephonyManager phone;
    static IBinder remote;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        phone = (TelephonyManager) getSystemService("phone");
        try {
            new Parcels().run();
        } catch (RemoteException caught) {
            finish();
        }
        Messages messages = new Messages();
        messages.sentObject();
        messages.keptObject();
        messages.sentNumber();
        messages.keptNumber();
        messages.sentBundle();
        messages.keptBesideHandler();
        Profiles profiles = new Profiles();
        profiles.run();
        profiles.sentProfile();
        profiles.keptWatcher();
        profiles.keptQueue();
        profiles.sentGetter();
        new Kinds().run();
        Results results = new Results();
        try {
            results.futures();
        } catch (Exception caught) {
            finish();
        }
        results.rowsSent(getContentResolver());
        results.rowsKept(getContentResolver());
        Own own = new Own(this);
        LocationManager manager = (LocationManager) getSystemService("location");
        setTitle("" + own.placeOwn() + own.placeGiven(manager) + own.placeCopied(manager.getLastKnownLocation("gps")));
        own.askOwn(getPackageManager());
        own.askNamed(getPackageManager());
        own.askOthers(getPackageManager());
        own.keptPackage();
        own.sentPackage();
        MediaProjectionManager screen = (MediaProjectionManager) getSystemService("media_projection");
        startActivityForResult(screen.createScreenCaptureIntent(), 1);
    }
}
