package org.example.reflection;

import android.app.Activity;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Reflection.drive(this);
            Names.drive(this);
            Members.drive();
            Services.drive();
            Marks.bind(new Marks.Screen());
            new Marks.Loose();
            Marks.bindOnPress(getWindow().getDecorView());
        } catch (ReflectiveOperationException error) {
            finish();
        }
    }
}
