package org.example.idioms;

import android.app.Activity;
import java.util.ArrayList;
import java.util.List;
import org.example.reach.Kept;
import org.example.reach.Phone;

/** Two objects of one class, each with its own field. */
final class Holders {
    static final class Box<T> {
        private T value;
        Box() {}
        Box(T value) { this.value = value; }
        T get() { return value; }
        void set(T value) { this.value = value; }
    }

    static final class Config {
        final Runnable first;
        final Runnable second;

        private Config(Builder builder) {
            first = builder.first;
            second = builder.second;
        }

        static final class Builder {
            private Runnable first;
            private Runnable second;
            Builder first(Runnable task) { first = task; return this; }
            Builder second(Runnable task) { second = task; return this; }
            Config build() { return new Config(this); }
        }
    }

    static final class BoxedReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class BoxedUnreached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class SetReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class SetUnreached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class FieldReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class FieldUnreached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class FirstReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class SecondUnreached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class AliasReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class NestedReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    static final class ListedReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }

    static final class Plain {
        Runnable task;
    }

    static void drive(Activity host) {
        Box<Runnable> boxed = new Box<Runnable>(new BoxedReached());
        Box<Runnable> unused = new Box<Runnable>(new BoxedUnreached());
        boxed.get().run();
        Kept.last = unused;
        Box<Runnable> set = new Box<>();
        set.set(new SetReached());
        Box<Runnable> notRun = new Box<>();
        notRun.set(new SetUnreached());
        set.get().run();
        Plain plain = new Plain();
        plain.task = new FieldReached();
        Plain other = new Plain();
        other.task = new FieldUnreached();
        plain.task.run();
        Config config = new Config.Builder().first(new FirstReached()).second(new SecondUnreached()).build();
        config.first.run();
        Plain one = new Plain();
        Plain same = one;
        same.task = new AliasReached();
        one.task.run();
        Box<Box<Runnable>> nested = new Box<>(new Box<Runnable>(new NestedReached()));
        nested.get().get().run();
        List<Box<Runnable>> boxes = new ArrayList<>();
        boxes.add(new Box<Runnable>(new ListedReached()));
        for (Box<Runnable> each : boxes) each.get().run();
    }
}
