package org.example.architecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An event bus of the app's own. */
final class Bus {
    private static volatile Bus instance;
    private final Map<Class<?>, List<Listener<?>>> listeners = new HashMap<Class<?>, List<Listener<?>>>();

    private Bus() {}

    static Bus get() {
        if (instance == null) {
            synchronized (Bus.class) {
                if (instance == null) {
                    instance = new Bus();
                }
            }
        }
        return instance;
    }

    <T> void register(Class<T> type, Listener<T> listener) {
        List<Listener<?>> known = listeners.get(type);
        if (known == null) {
            known = new ArrayList<Listener<?>>();
            listeners.put(type, known);
        }
        known.add(listener);
    }

    @SuppressWarnings("unchecked")
    <T> void post(T event) {
        List<Listener<?>> known = listeners.get(event.getClass());
        if (known == null) {
            return;
        }
        for (Listener<?> listener : known) {
            ((Listener<T>) listener).on(event);
        }
    }

    interface Listener<T> {
        void on(T event);
    }
}
