package org.example.aliasing;

import android.app.Activity;
import android.os.Message;
import android.util.Pair;
import android.view.View;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Stack;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.example.reach.Kept;
import org.example.reach.Phone;

final class Collections {
    static void drive(Activity host) {
        List<Runnable> all = new ArrayList<Runnable>();
        all.addAll(Arrays.asList(new AddAllReached()));
        all.get(0).run();
        List<Runnable> none = new ArrayList<Runnable>();
        none.addAll(Arrays.asList(new AddAllUnreached()));
        none.clear();

        List<Runnable> copy = new ArrayList<Runnable>(Arrays.asList(new CopiedReached()));
        copy.get(0).run();
        new ArrayList<Runnable>(Arrays.asList(new CopiedUnreached())).size();

        java.util.Collections.unmodifiableList(Arrays.asList(new UnmodifiableReached())).get(0).run();
        java.util.Collections.unmodifiableList(Arrays.asList(new UnmodifiableUnreached())).size();

        Iterator<Runnable> iterator = Arrays.<Runnable>asList(new ExplicitIteratorReached()).iterator();
        while (iterator.hasNext()) {
            iterator.next().run();
        }
        Iterator<Runnable> unused = Arrays.<Runnable>asList(new ExplicitIteratorUnreached()).iterator();
        unused.hasNext();

        Runnable[] array = Arrays.<Runnable>asList(new ToArrayReached()).toArray(new Runnable[0]);
        array[0].run();
        Runnable[] idle = Arrays.<Runnable>asList(new ToArrayUnreached()).toArray(new Runnable[0]);
        idle.clone();

        Map<String, Runnable> map = new LinkedHashMap<String, Runnable>();
        map.put("key", new MapValuesReached());
        for (Runnable task : map.values()) {
            task.run();
        }
        Map<String, Runnable> idleMap = new LinkedHashMap<String, Runnable>();
        idleMap.put("key", new MapValuesUnreached());
        idleMap.size();

        Map<String, Runnable> entries = new HashMap<String, Runnable>();
        entries.put("key", new MapEntriesReached());
        for (Map.Entry<String, Runnable> entry : entries.entrySet()) {
            entry.getValue().run();
        }
        Map<String, Runnable> idleEntries = new HashMap<String, Runnable>();
        idleEntries.put("key", new MapEntriesUnreached());
        for (Map.Entry<String, Runnable> entry : idleEntries.entrySet()) {
            Kept.last = entry.getKey();
        }

        Map<Runnable, String> keys = new HashMap<Runnable, String>();
        keys.put(new MapKeysReached(), "value");
        for (Runnable task : keys.keySet()) {
            task.run();
        }
        Map<Runnable, String> idleKeys = new HashMap<Runnable, String>();
        idleKeys.put(new MapKeysUnreached(), "value");
        idleKeys.isEmpty();

        Map<String, List<Runnable>> nested = new HashMap<String, List<Runnable>>();
        nested.put("key", new ArrayList<Runnable>());
        nested.get("key").add(new NestedMapReached());
        for (Runnable task : nested.get("key")) {
            task.run();
        }
        Map<String, List<Runnable>> idleNested = new HashMap<String, List<Runnable>>();
        idleNested.put("key", new ArrayList<Runnable>());
        idleNested.get("key").add(new NestedMapUnreached());

        ConcurrentHashMap<String, Runnable> concurrent = new ConcurrentHashMap<String, Runnable>();
        concurrent.putIfAbsent("key", new ConcurrentReached());
        concurrent.get("key").run();
        ConcurrentHashMap<String, Runnable> idleConcurrent = new ConcurrentHashMap<String, Runnable>();
        idleConcurrent.putIfAbsent("key", new ConcurrentUnreached());

        CopyOnWriteArrayList<Runnable> written = new CopyOnWriteArrayList<Runnable>();
        written.addIfAbsent(new CopyOnWriteReached());
        for (Runnable task : written) {
            task.run();
        }
        CopyOnWriteArrayList<Runnable> idleWritten = new CopyOnWriteArrayList<Runnable>();
        idleWritten.addIfAbsent(new CopyOnWriteUnreached());

        Stack<Runnable> stack = new Stack<Runnable>();
        stack.push(new InStackReached());
        stack.pop().run();
        Stack<Runnable> idleStack = new Stack<Runnable>();
        idleStack.push(new InStackUnreached());
        idleStack.empty();

        ArrayDeque<Runnable> deque = new ArrayDeque<Runnable>();
        deque.addLast(new DequeReached());
        deque.pollFirst().run();
        ArrayDeque<Runnable> idleDeque = new ArrayDeque<Runnable>();
        idleDeque.addLast(new DequeUnreached());

        Set<Runnable> set = new HashSet<Runnable>();
        set.add(new InSetReached());
        set.iterator().next().run();
        Set<Runnable> idleSet = new HashSet<Runnable>();
        idleSet.add(new InSetUnreached());

        Pair<String, Runnable> pair = new Pair<String, Runnable>("key", new InPairReached());
        pair.second.run();
        Pair<String, Runnable> idlePair = Pair.<String, Runnable>create("key", new InPairUnreached());
        idlePair.hashCode();

        View view = new View(host);
        view.setTag(new TagReached());
        ((Runnable) view.getTag()).run();
        View idleView = new View(host);
        idleView.setTag(new TagUnreached());

        Message message = new Message();
        message.obj = new MessageObjectReached();
        ((Runnable) message.obj).run();
        Message idleMessage = new Message();
        idleMessage.obj = new MessageObjectUnreached();

        ThreadLocal<Runnable> local = new ThreadLocal<Runnable>();
        local.set(new LocalReached());
        local.get().run();
        ThreadLocal<Runnable> idleLocal = new ThreadLocal<Runnable>();
        idleLocal.set(new LocalUnreached());

        Runnable[] loop = new Runnable[] {null, new LoopedReached()};
        for (Runnable task : loop) {
            if (task != null) {
                task.run();
            }
        }
        Runnable[] idleLoop = new Runnable[] {null, new LoopedUnreached()};
        for (Runnable task : idleLoop) {
            Kept.last = task == null;
        }

        Runnable[][] grid = new Runnable[1][1];
        grid[0][0] = new TwoDimensionsReached();
        grid[0][0].run();
        Runnable[][] idleGrid = new Runnable[1][1];
        idleGrid[0][0] = new TwoDimensionsUnreached();
    }

    static class AddAllReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class AddAllUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class CopiedReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class CopiedUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class UnmodifiableReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class UnmodifiableUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ExplicitIteratorReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ExplicitIteratorUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ToArrayReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ToArrayUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class MapValuesReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class MapValuesUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class MapEntriesReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class MapEntriesUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class MapKeysReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class MapKeysUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class NestedMapReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class NestedMapUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ConcurrentReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ConcurrentUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class CopyOnWriteReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class CopyOnWriteUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class InStackReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class InStackUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class DequeReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class DequeUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class InSetReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class InSetUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class InPairReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class InPairUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class TagReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class TagUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class MessageObjectReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class MessageObjectUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class LocalReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class LocalUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class LoopedReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class LoopedUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class TwoDimensionsReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class TwoDimensionsUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }
}
