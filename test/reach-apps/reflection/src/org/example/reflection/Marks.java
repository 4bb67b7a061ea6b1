package org.example.reflection;

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
        @On void reachedLateByMark() { Phone.it.getDeviceId(); }

        @Nobody void unreachedMark() { Phone.it.getDeviceId(); }

        void unreachedWithoutMark() { Phone.it.getDeviceId(); }
    }

    static class NeverMade {
        @On void unreachedOnNoObject() { Phone.it.getDeviceId(); }
    }

    static void bind(Object screen) throws ReflectiveOperationException {
        for (Method method : screen.getClass().getDeclaredMethods()) {
            if (method.isAnnotationPresent(On.class)) method.invoke(screen);
        }
    }
}
