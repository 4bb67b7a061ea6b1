package org.example.idioms;

import android.app.Activity;
import android.os.Bundle;
import android.util.LruCache;
import android.util.SparseArray;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Stack;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.example.reach.Kept;
import org.example.reach.Phone;

/** Objects kept in the platform's holders and taken out again. */
final class Keeping {
    abstract static class Task implements Runnable {
        @Override
        public void run() {
            read();
        }

        abstract void read();
    }

    static final class WeakReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class WeakUnreached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class SoftReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class AtomicReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class AtomicUnreached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class SwappedReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class AtomicArrayReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class LocalReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class InitialReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class SparseReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class LruReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class LruMadeReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class DequeReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class StackReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class QueueReached implements Callable<String> { public String call() { return Phone.it.getDeviceId(); } }
    static final class SortedReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class ListIteratorReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class AsListReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class SingletonReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class UnmodifiableReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class ToArrayReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class CopiedReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class ClonedReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class ArrayCopyReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class CopyOfReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class EnumMapReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class MapInMapReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class ListInMapReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class ValuesReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class TemplateReached extends Task { void read() { Phone.it.getDeviceId(); } }
    static final class KeyReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class ObjectFieldReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class VarargsReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class StaticArrayReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class StaticMapReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class StaticMapUnreached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class TernaryReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class OwnLinkedReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class ExceptionReached extends RuntimeException implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class InheritedMapReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class OwnListReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class SerializedReached implements Runnable, java.io.Serializable { public void run() { Phone.it.getDeviceId(); } }

    enum Key { ONE, TWO }

    private static final ThreadLocal<Runnable> LOCAL = new ThreadLocal<>();
    private static final ThreadLocal<Runnable> INITIAL = new ThreadLocal<Runnable>() {
        @Override
        protected Runnable initialValue() {
            return new InitialReached();
        }
    };
    private static final Runnable[] STATIC = {new StaticArrayReached()};
    private static final Map<String, Runnable> TABLE = new HashMap<>();
    private static final Map<String, Runnable> UNUSED_TABLE = new HashMap<>();

    static {
        TABLE.put("a", new StaticMapReached());
        UNUSED_TABLE.put("a", new StaticMapUnreached());
    }

    static final class Registry extends HashMap<String, Runnable> {}

    static final class Node {
        Runnable value;
        Node next;

        Node(Runnable value, Node next) {
            this.value = value;
            this.next = next;
        }
    }

    /** A list of the build's own, with its own iterator. */
    static final class OwnList implements Iterable<Runnable> {
        private Runnable[] items = new Runnable[4];
        private int size;

        void add(Runnable item) {
            if (size == items.length) items = Arrays.copyOf(items, 2 * size);
            items[size++] = item;
        }

        @Override
        public Iterator<Runnable> iterator() {
            return new Iterator<Runnable>() {
                int at;

                @Override
                public boolean hasNext() {
                    return at < size;
                }

                @Override
                public Runnable next() {
                    return items[at++];
                }

                @Override
                public void remove() {}
            };
        }
    }

    private static Object any;

    private static void all(Runnable... tasks) {
        for (Runnable task : tasks) task.run();
    }

    static void drive(Activity host) {
        WeakReference<Runnable> weak = new WeakReference<Runnable>(new WeakReached());
        weak.get().run();
        Kept.last = new WeakReference<Runnable>(new WeakUnreached());
        new SoftReference<Runnable>(new SoftReached()).get().run();
        AtomicReference<Runnable> atomic = new AtomicReference<>();
        atomic.set(new AtomicReached());
        atomic.get().run();
        Kept.last = new AtomicUnreached();
        AtomicReference<Runnable> swapped = new AtomicReference<Runnable>(null);
        swapped.compareAndSet(null, new SwappedReached());
        swapped.getAndSet(null).run();
        AtomicReferenceArray<Runnable> array = new AtomicReferenceArray<>(2);
        array.set(0, new AtomicArrayReached());
        array.get(0).run();
        LOCAL.set(new LocalReached());
        LOCAL.get().run();
        INITIAL.get().run();
        SparseArray<Runnable> sparse = new SparseArray<>();
        sparse.append(1, new SparseReached());
        sparse.valueAt(0).run();
        LruCache<String, Runnable> lru = new LruCache<>(3);
        lru.put("a", new LruReached());
        lru.snapshot().get("a").run();
        LruCache<String, Runnable> made = new LruCache<String, Runnable>(3) {
            @Override
            protected Runnable create(String key) {
                return new LruMadeReached();
            }
        };
        made.get("b").run();
        Deque<Runnable> deque = new ArrayDeque<>();
        deque.push(new DequeReached());
        deque.pollFirst().run();
        Stack<Runnable> stack = new Stack<>();
        stack.push(new StackReached());
        stack.pop().run();
        LinkedBlockingQueue<Callable<String>> queue = new LinkedBlockingQueue<>();
        queue.offer(new QueueReached());
        try {
            queue.take().call();
        } catch (Exception ignored) {
            ignored.printStackTrace();
        }
        PriorityQueue<Runnable> sorted = new PriorityQueue<>();
        sorted.add(new SortedReached());
        sorted.poll().run();
        LinkedList<Runnable> linked = new LinkedList<>();
        linked.add(new ListIteratorReached());
        for (Iterator<Runnable> each = linked.listIterator(); each.hasNext(); ) each.next().run();
        for (Runnable each : Arrays.asList(new AsListReached())) each.run();
        Collections.singletonList((Runnable) new SingletonReached()).get(0).run();
        List<Runnable> plain = new java.util.ArrayList<>();
        plain.add(new UnmodifiableReached());
        Collections.unmodifiableList(plain).iterator().next().run();
        List<Runnable> toArray = new java.util.ArrayList<>();
        toArray.add(new ToArrayReached());
        for (Runnable each : toArray.toArray(new Runnable[0])) each.run();
        List<Runnable> source = new java.util.ArrayList<>();
        source.add(new CopiedReached());
        new java.util.ArrayList<Runnable>(source).get(0).run();
        Runnable[] cloned = {new ClonedReached()};
        cloned.clone()[0].run();
        Runnable[] copied = new Runnable[1];
        System.arraycopy(new Runnable[] {new ArrayCopyReached()}, 0, copied, 0, 1);
        copied[0].run();
        Arrays.copyOf(new Runnable[] {new CopyOfReached()}, 2)[0].run();
        EnumMap<Key, Runnable> byKey = new EnumMap<>(Key.class);
        byKey.put(Key.ONE, new EnumMapReached());
        byKey.get(Key.ONE).run();
        Map<String, Map<String, Runnable>> nested = new TreeMap<>();
        nested.put("a", new HashMap<String, Runnable>());
        nested.get("a").put("b", new MapInMapReached());
        nested.get("a").get("b").run();
        Map<String, List<Runnable>> lists = new ConcurrentHashMap<>();
        lists.put("a", new java.util.ArrayList<Runnable>());
        lists.get("a").add(new ListInMapReached());
        for (List<Runnable> list : lists.values()) for (Runnable each : list) each.run();
        Map<String, Runnable> values = new WeakHashMap<>();
        values.put("v", new ValuesReached());
        for (Map.Entry<String, Runnable> entry : values.entrySet()) entry.getValue().run();
        Runnable template = new TemplateReached();
        template.run();
        Map<Runnable, String> keyed = new HashMap<>();
        keyed.put(new KeyReached(), "k");
        keyed.keySet().iterator().next().run();
        any = new ObjectFieldReached();
        if (any instanceof Runnable) ((Runnable) any).run();
        all(new VarargsReached());
        STATIC[0].run();
        TABLE.get("a").run();
        Runnable chosen = host == null ? null : new TernaryReached();
        if (chosen != null) chosen.run();
        Node head = new Node(new OwnLinkedReached(), null);
        for (Node node = head; node != null; node = node.next) node.value.run();
        try {
            throw new ExceptionReached();
        } catch (RuntimeException caught) {
            if (caught instanceof Runnable) ((Runnable) caught).run();
        }
        Registry registry = new Registry();
        registry.put("x", new InheritedMapReached());
        registry.get("x").run();
        OwnList own = new OwnList();
        own.add(new OwnListReached());
        for (Runnable each : own) each.run();
        Bundle bundle = new Bundle();
        bundle.putSerializable("task", new SerializedReached());
        ((Runnable) bundle.getSerializable("task")).run();
    }
}
