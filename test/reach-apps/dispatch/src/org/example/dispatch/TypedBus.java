package org.example.dispatch;

import android.app.Activity;
import android.view.View;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.example.reach.Kept;
import org.example.reach.Phone;

/** A bus whose subscribers say by their types what they want to hear: one event is posted at once, one on a click, one never. */
final class TypedBus {
    interface Listener<E> {
        void on(E event);
    }

    private final Map<Class<?>, Set<Listener<?>>> listeners = new HashMap<Class<?>, Set<Listener<?>>>();

    <E> void listen(Class<E> type, Listener<E> listener) {
        Set<Listener<?>> known = listeners.get(type);
        if (known == null) {
            known = new LinkedHashSet<Listener<?>>();
            listeners.put(type, known);
        }
        known.add(listener);
    }

    @SuppressWarnings("unchecked")
    <E> void post(E event) {
        Set<Listener<?>> known = listeners.get(event.getClass());
        if (known == null) {
            return;
        }
        for (Listener<?> each : known) {
            ((Listener<E>) each).on(event);
        }
    }

    static class Started {
        final long at = System.nanoTime();
    }

    static class Clicked {
        final int id;

        Clicked(int id) {
            this.id = id;
        }
    }

    static class Never {
        final String name;

        Never(String name) {
            this.name = name;
        }
    }

    static class OnStartedReachedEarly implements Listener<Started> {
        @Override
        public void on(Started event) {
            Kept.last = event.at;
            Phone.it.getDeviceId();
        }
    }

    static class OnClickedReachedLate implements Listener<Clicked> {
        @Override
        public void on(Clicked event) {
            Kept.last = event.id;
            Phone.it.getDeviceId();
        }
    }

    static class OnNeverUnreached implements Listener<Never> {
        @Override
        public void on(Never event) {
            Kept.last = event.name;
            Phone.it.getDeviceId();
        }
    }

    static void drive(Activity host) {
        final TypedBus bus = new TypedBus();
        bus.listen(Started.class, new OnStartedReachedEarly());
        bus.listen(Clicked.class, new OnClickedReachedLate());
        bus.listen(Never.class, new OnNeverUnreached());
        bus.post(new Started());
        Kept.last = new Never("kept, not posted");
        host.getWindow().getDecorView().setOnClickListener(new View.OnClickListener() {
            @Override
            public void onClick(View view) {
                bus.post(new Clicked(view.getId()));
            }
        });
    }
}
