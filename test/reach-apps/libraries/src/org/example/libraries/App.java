package org.example.libraries;

import android.app.Application;
import org.example.reach.Kept;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        Kept.last = new Bridges.Host();
    }
}
