package org.example.idioms;

import android.app.Activity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.example.reach.Kept;
import org.example.reach.Phone;

/** Own event buses: a registry of subscribers, by type, by name, with a posting method. */
final class Buses {
    interface Subscriber<E> {
        void on(E event);
    }

    static final class Started {}

    static final class Ended {}

    static final class Bus {
        private static final Bus INSTANCE = new Bus();
        private final Map<Class<?>, List<Subscriber<?>>> subscribers = new HashMap<>();

        static Bus get() {
            return INSTANCE;
        }

        <E> void subscribe(Class<E> type, Subscriber<E> subscriber) {
            List<Subscriber<?>> list = subscribers.get(type);
            if (list == null) {
                list = new ArrayList<>();
                subscribers.put(type, list);
            }
            list.add(subscriber);
        }

        @SuppressWarnings("unchecked")
        <E> void post(E event) {
            List<Subscriber<?>> list = subscribers.get(event.getClass());
            if (list == null) return;
            for (Subscriber<?> each : list) ((Subscriber<E>) each).on(event);
        }
    }

    static final class OnStartReached implements Subscriber<Started> {
        @Override
        public void on(Started event) {
            Phone.it.getDeviceId();
        }
    }

    static final class NeverMadeUnreached implements Subscriber<Started> {
        @Override
        public void on(Started event) {
            Phone.it.getDeviceId();
        }
    }

    /** A registry by name, whose entries are runnables. */
    static final class Commands {
        private final Map<String, Runnable> byName = new LinkedHashMap<>();

        void add(String name, Runnable command) {
            byName.put(name, command);
        }

        void execute(String name) {
            Runnable command = byName.get(name);
            if (command != null) command.run();
        }
    }

    static final class NamedReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static final class NamedUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    private static final CopyOnWriteArrayList<Runnable> LISTENERS = new CopyOnWriteArrayList<>();
    private static final List<Runnable> FORGOTTEN = new ArrayList<>();

    static final class ListedReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static final class ForgottenUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static void drive(Activity host) {
        Bus.get().subscribe(Started.class, new OnStartReached());
        Bus.get().post(new Started());
        Commands commands = new Commands();
        commands.add("id", new NamedReached());
        commands.execute("id");
        Kept.last = new NamedUnreached();
        LISTENERS.addIfAbsent(new ListedReached());
        FORGOTTEN.add(new ForgottenUnreached());
        for (Runnable each : LISTENERS) each.run();
    }
}
