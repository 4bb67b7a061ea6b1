package org.example.matching;

import android.app.Activity;
import android.content.Intent;
import android.content.pm.PackageManager;
import android.location.Location;
import android.location.LocationManager;

/** What the app made for itself, and what it asks of or tells itself alone. */
class Own {
    private final Activity host;

    Own(Activity host) {
        this.host = host;
    }

    double placeOwn() {
        Location here = new Location("fixed");
        here.setLatitude(1.5);
        return here.getLatitude();
    }

    double placeCopied(Location other) {
        Location here = new Location(other);
        return here.getLatitude();
    }

    double placeGiven(LocationManager manager) {
        return manager.getLastKnownLocation("gps").getLatitude();
    }

    void askOwn(PackageManager packages) {
        packages.queryIntentActivities(new Intent("a").setPackage(host.getPackageName()), 0);
    }

    void askNamed(PackageManager packages) {
        packages.queryIntentActivities(new Intent("a").setPackage("org.example.matching"), 0);
    }

    void askOthers(PackageManager packages) {
        packages.queryIntentActivities(new Intent("a").setPackage("org.example.other"), 0);
    }

    void keptPackage() {
        Intent told = new Intent("a").setPackage(host.getPackageName());
        host.sendBroadcast(told.putExtra("unread", Main.phone.getDeviceId()));
    }

    void sentPackage() {
        Intent told = new Intent("a").setPackage("org.example.other");
        host.sendBroadcast(told.putExtra("unread", Main.phone.getDeviceId()));
    }
}
