package org.example.reflection;

import android.view.View;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import org.example.reach.Phone;

/** Methods that the app finds by annotations of its own. */
final class Marks {
    @Retention(RetentionPolicy.RUNTIME)
    @interface On {}

    @Retention(RetentionPolicy.RUNTIME)
    @interface Nobody {}

    static class Screen {
        @On void reachedEarlyByMark() { Phone.it.getDeviceId(); }

        @Nobody void unreachedMark() { Phone.it.getDeviceId(); }

        void unreachedWithoutMark() { Phone.it.getDeviceId(); }
    }

    static class NeverMade {
        @On void unreachedOnNoObject() { Phone.it.getDeviceId(); }
    }

    /** Made, and never bound. */
    static class Loose {
        @On void unreachedOnLooseObject() { Phone.it.getDeviceId(); }
    }

    static class Pressed {
        @On void reachedLateOnPress() { Phone.it.getDeviceId(); }
    }

    static void bindOnPress(View view) {
        view.setOnClickListener(new View.OnClickListener() {
            @Override
            public void onClick(View pressed) {
                Object target = new Pressed();
                for (Method method : target.getClass().getDeclaredMethods()) {
                    if (!method.isAnnotationPresent(On.class)) continue;
                    try {
                        method.invoke(target);
                    } catch (ReflectiveOperationException cannotBeRun) {
                        throw new IllegalStateException(cannotBeRun);
                    }
                }
            }
        });
    }

    static void bind(Object screen) throws ReflectiveOperationException {
        for (Method method : screen.getClass().getDeclaredMethods()) {
            if (method.isAnnotationPresent(On.class)) method.invoke(screen);
        }
    }
}
