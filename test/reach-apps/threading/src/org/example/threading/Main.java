package org.example.threading;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        AsyncTasks.drive(this);
        Executors.drive(this);
        FutureTasks.drive(this);
        Futures.drive(this);
        Handlers.drive(this);
        Loaders.drive(this);
        Messages.drive(this);
        Threads.drive(this);
        Timers.drive(this);
    }
}
