package android.app;

import android.content.Intent;

public class AppComponentFactory {
    public Application instantiateApplication(ClassLoader loader, String name) {
        throw new RuntimeException("stub");
    }

    public Activity instantiateActivity(ClassLoader loader, String name, Intent intent) {
        throw new RuntimeException("stub");
    }
}
