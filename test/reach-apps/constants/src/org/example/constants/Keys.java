package org.example.constants;

import android.app.Activity;
import android.os.Bundle;
import android.util.SparseArray;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.example.reach.Phone;

/** What is kept under one constant does not come out under another. */
public class Keys extends Activity {
    enum Kind { LEFT, RIGHT }

    private final Map<String, Runnable> commands = new HashMap<String, Runnable>();
    private final SparseArray<Runnable> spots = new SparseArray<Runnable>();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        commands.put("open", new Runnable() {
            public void run() { reachedByName(); }
        });
        commands.put("shut", new Runnable() {
            public void run() { unreachedByName(); }
        });
        commands.get("open").run();
        spots.put(1, new Runnable() {
            public void run() { reachedBySpot(); }
        });
        spots.put(2, new Runnable() {
            public void run() { unreachedBySpot(); }
        });
        spots.get(1).run();
        Map<Kind, Runnable> kinds = new EnumMap<Kind, Runnable>(Kind.class);
        kinds.put(Kind.LEFT, new Runnable() {
            public void run() { reachedByKind(); }
        });
        kinds.put(Kind.RIGHT, new Runnable() {
            public void run() { unreachedByKind(); }
        });
        kinds.get(Kind.LEFT).run();
        Map<Integer, Runnable> numbers = new HashMap<Integer, Runnable>();
        numbers.put(7, new Runnable() {
            public void run() { reachedByNumber(); }
        });
        numbers.put(8, new Runnable() {
            public void run() { unreachedByNumber(); }
        });
        numbers.get(7).run();
        new Router().on("a", new Runnable() {
            public void run() { reachedByRoute(); }
        }).on("b", new Runnable() {
            public void run() { unreachedByRoute(); }
        }).go("a");
        Registry.add("x", new Runnable() {
            public void run() { reachedInRegistry(); }
        });
        Registry.add("y", new Runnable() {
            public void run() { unreachedInRegistry(); }
        });
        Registry.run("x");
        unknown(state);
        moved();
    }

    /** Which key it is cannot be told: everything may come out. */
    private void unknown(Bundle state) {
        Map<String, Runnable> map = new HashMap<String, Runnable>();
        map.put("a", new Runnable() {
            public void run() { reachedByUnknownName(); }
        });
        map.get(state.getString("name")).run();
        Map<String, Runnable> filled = new HashMap<String, Runnable>();
        filled.put(state.getString("name"), new Runnable() {
            public void run() { reachedUnderUnknownName(); }
        });
        filled.get("a").run();
        Map<String, Runnable> all = new LinkedHashMap<String, Runnable>();
        all.put("a", new Runnable() {
            public void run() { reachedByIteration(); }
        });
        for (Map.Entry<String, Runnable> each : all.entrySet()) each.getValue().run();
        Map<String, Runnable> merged = new HashMap<String, Runnable>();
        merged.putAll(all);
        all.put("b", new Runnable() {
            public void run() { reachedAfterMerge(); }
        });
        merged.get("b").run();
        Map<String, Runnable> loose = new TreeMap<String, Runnable>(String.CASE_INSENSITIVE_ORDER);
        loose.put("Name", new Runnable() {
            public void run() { reachedByOtherCase(); }
        });
        loose.get("name").run();
        Map<String, Runnable> joined = new HashMap<String, Runnable>();
        String key = state.isEmpty() ? "one" : "two";
        joined.put("two", new Runnable() {
            public void run() { reachedByEitherName(); }
        });
        joined.get(key).run();
    }

    private void moved() {
        Map<String, Runnable> removed = new HashMap<String, Runnable>();
        removed.put("gone", new Runnable() {
            public void run() { reachedWhenRemoved(); }
        });
        removed.put("left", new Runnable() {
            public void run() { unreachedWhenRemoved(); }
        });
        removed.remove("gone").run();
        Map<String, Runnable> entry = new HashMap<String, Runnable>();
        entry.put("a", null);
        entry.entrySet().iterator().next().setValue(new Runnable() {
            public void run() { reachedByEntry(); }
        });
        entry.get("a").run();
    }

    static class Router {
        private final Map<String, Runnable> routes = new TreeMap<String, Runnable>();

        Router on(String name, Runnable task) {
            routes.put(name, task);
            return this;
        }

        void go(String name) {
            Runnable task = routes.get(name);
            if (task != null) task.run();
        }
    }

    static class Registry {
        private static final Map<String, Runnable> ALL = new HashMap<String, Runnable>();

        static void add(String name, Runnable task) { ALL.put(name, task); }

        static void run(String name) { ALL.get(name).run(); }
    }

    private void reachedByName() { Phone.it.getDeviceId(); }
    private void unreachedByName() { Phone.it.getDeviceId(); }
    private void reachedBySpot() { Phone.it.getDeviceId(); }
    private void unreachedBySpot() { Phone.it.getDeviceId(); }
    private void reachedByKind() { Phone.it.getDeviceId(); }
    private void unreachedByKind() { Phone.it.getDeviceId(); }
    private void reachedByNumber() { Phone.it.getDeviceId(); }
    private void unreachedByNumber() { Phone.it.getDeviceId(); }
    private void reachedByRoute() { Phone.it.getDeviceId(); }
    private void unreachedByRoute() { Phone.it.getDeviceId(); }
    private void reachedInRegistry() { Phone.it.getDeviceId(); }
    private void unreachedInRegistry() { Phone.it.getDeviceId(); }
    private void reachedByUnknownName() { Phone.it.getDeviceId(); }
    private void reachedUnderUnknownName() { Phone.it.getDeviceId(); }
    private void reachedByIteration() { Phone.it.getDeviceId(); }
    private void reachedAfterMerge() { Phone.it.getDeviceId(); }
    private void reachedByOtherCase() { Phone.it.getDeviceId(); }
    private void reachedByEitherName() { Phone.it.getDeviceId(); }
    private void reachedWhenRemoved() { Phone.it.getDeviceId(); }
    private void unreachedWhenRemoved() { Phone.it.getDeviceId(); }
    private void reachedByEntry() { Phone.it.getDeviceId(); }
}
