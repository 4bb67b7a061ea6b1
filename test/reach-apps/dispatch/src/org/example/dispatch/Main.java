package org.example.dispatch;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Dead.drive(this);
        Kinds.drive(this);
        Platform.drive(this);
        Flags.drive(this);
        TypedBus.drive(this);
        Virtual.drive(this);
        Barriers.drive();
    }
}
