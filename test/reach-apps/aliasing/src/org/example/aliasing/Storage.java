package org.example.aliasing;

import android.app.Activity;
import android.os.Handler;
import android.util.SparseArray;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import org.example.reach.Kept;
import org.example.reach.Phone;

final class Storage {
    static void drive(Activity host) {
        Storage storage = new Storage();
        storage.started = new FieldReached();
        storage.startStarted();
        storage.idle = new FieldUnreached();
        storage.nameIdle();

        startedStatically = new StaticFieldReached();
        startedStatically.start();
        idleStatically = new StaticFieldUnreached();
        idleStatically.setName("idle");

        Thread[] threads = {new ArrayReached()};
        threads[0].start();
        Thread[] idle = {new ArrayUnreached()};
        idle[0].setName("idle");

        List<Thread> list = new ArrayList<Thread>();
        list.add(new ListReached());
        for (Thread thread : list) {
            thread.start();
        }
        List<Thread> idleList = new ArrayList<Thread>();
        idleList.add(new ListUnreached());
        for (Thread thread : idleList) {
            thread.setName("idle");
        }

        Map<String, Runnable> map = new HashMap<String, Runnable>();
        map.put("key", new MapReached());
        new Thread(map.get("key")).start();
        Map<String, Runnable> idleMap = new HashMap<String, Runnable>();
        idleMap.put("key", new MapUnreached());
        Kept.last = idleMap.get("key");

        Queue<Runnable> queue = new LinkedList<Runnable>();
        queue.add(new QueueReached());
        queue.poll().run();
        Queue<Runnable> idleQueue = new LinkedList<Runnable>();
        idleQueue.add(new QueueUnreached());
        Kept.last = idleQueue.poll();

        SparseArray<Runnable> sparse = new SparseArray<Runnable>();
        sparse.put(1, new SparseReached());
        sparse.get(1).run();
        SparseArray<Runnable> idleSparse = new SparseArray<Runnable>();
        idleSparse.put(1, new SparseUnreached());

        WeakReference<Runnable> weak = new WeakReference<Runnable>(new WeakReached());
        weak.get().run();
        Kept.last = new WeakReference<Runnable>(new WeakUnreached());

        AtomicReference<Runnable> atomic = new AtomicReference<Runnable>();
        atomic.set(new AtomicReached());
        atomic.get().run();
        AtomicReference<Runnable> idleAtomic = new AtomicReference<Runnable>();
        idleAtomic.set(new AtomicUnreached());
        Kept.last = idleAtomic.get();

        Holder<Runnable> holder = new Holder<Runnable>(new HolderReached());
        new Handler().post(holder.value);
        Holder<Runnable> idleHolder = new Holder<Runnable>(new HolderUnreached());
        Kept.last = idleHolder.value;

        Object object = new CastReached();
        ((Runnable) object).run();
        Object idleObject = new CastUnreached();
        Kept.last = (Runnable) idleObject;

        Runnable chosen = host.isFinishing() ? null : new TernaryReached();
        new Handler().post(chosen);
        Runnable idleChosen = host.isFinishing() ? null : new TernaryUnreached();
        Kept.last = idleChosen;

        Runnable first = new CopiedReached();
        Runnable second = first;
        Runnable third = second;
        third.run();
        Runnable idleFirst = new CopiedUnreached();
        Runnable idleSecond = idleFirst;
        Kept.last = idleSecond;

        Runnable kept = new OverwrittenReached();
        kept.run();
        Runnable replaced = new OverwrittenUnreached();
        replaced = new Nothing();
        replaced.run();

        TwoThreads two = new TwoThreads();
        two.first = new TwoFieldsReached();
        two.first.start();
        two.second = new TwoFieldsUnreached();
        two.second.setName("idle");
    }

    private Thread started;
    private Thread idle;
    private static Thread startedStatically;
    private static Thread idleStatically;

    private void startStarted() {
        started.start();
    }

    private void nameIdle() {
        idle.setName("idle");
    }

    static class Holder<T> {
        final T value;

        Holder(T value) {
            this.value = value;
        }
    }

    static class TwoThreads {
        Thread first;
        Thread second;
    }

    static class Nothing implements Runnable {
        @Override
        public void run() {}
    }

    static class FieldReached extends Thread {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class FieldUnreached extends Thread {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class StaticFieldReached extends Thread {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class StaticFieldUnreached extends Thread {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ArrayReached extends Thread {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ArrayUnreached extends Thread {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ListReached extends Thread {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ListUnreached extends Thread {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class MapReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class MapUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class QueueReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class QueueUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class SparseReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class SparseUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class WeakReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class WeakUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class AtomicReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class AtomicUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class HolderReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class HolderUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class CastReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class CastUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class TernaryReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class TernaryUnreached implements Runnable {
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

    static class OverwrittenReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class OverwrittenUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class TwoFieldsReached extends Thread {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class TwoFieldsUnreached extends Thread {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }
}
