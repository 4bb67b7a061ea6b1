package org.example.idioms;

import android.app.Activity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.example.reach.Kept;
import org.example.reach.Phone;

/** Enum strategies, template methods, visitors, states, chains, decorators, bridges of generics, static chains. */
final class Strategies {
    enum Strategy {
        FIRST_REACHED {
            @Override
            String reachedId() {
                return Phone.it.getDeviceId();
            }
        };

        abstract String reachedId();
    }

    enum Mode implements Runnable {
        ON;

        @Override
        public void run() {
            reachedMode();
        }

        void reachedMode() {
            Phone.it.getDeviceId();
        }

        void unreachedMode() {
            Phone.it.getDeviceId();
        }
    }

    abstract static class Template {
        final void process() {
            before();
            step();
        }

        void before() {}

        abstract void step();
    }

    static final class StepReached extends Template {
        @Override
        void step() {
            Phone.it.getDeviceId();
        }
    }

    static final class HookReached extends Template {
        @Override
        void before() {
            super.before();
            Phone.it.getDeviceId();
        }

        @Override
        void step() {}
    }

    /** Made, and its template method is never called on it. */
    static final class StepUnreached extends Template {
        @Override
        void step() {
            Phone.it.getDeviceId();
        }
    }

    interface Visitor<R> {
        R visitNumber(Number number);

        R visitText(Text text);
    }

    interface Element {
        <R> R accept(Visitor<R> visitor);
    }

    static final class Number implements Element {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNumber(this);
        }
    }

    static final class Text implements Element {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitText(this);
        }
    }

    static final class Collecting implements Visitor<String> {
        @Override
        public String visitNumber(Number number) {
            return reachedByVisit();
        }

        @Override
        public String visitText(Text text) {
            return "";
        }

        private String reachedByVisit() {
            return Phone.it.getDeviceId();
        }
    }

    abstract static class Handler<T> {
        private Handler<T> next;

        Handler<T> then(Handler<T> other) {
            next = other;
            return other;
        }

        void handle(T value) {
            if (!take(value) && next != null) next.handle(value);
        }

        abstract boolean take(T value);
    }

    static final class Passing extends Handler<String> {
        @Override
        boolean take(String value) {
            return false;
        }
    }

    static final class LastReached extends Handler<String> {
        @Override
        boolean take(String value) {
            return Phone.it.getDeviceId() != null;
        }
    }

    static class Decorator implements Runnable {
        private final Runnable inner;

        Decorator(Runnable inner) {
            this.inner = inner;
        }

        @Override
        public void run() {
            inner.run();
        }
    }

    static final class DecoratedReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    abstract static class Base<T> {
        abstract void accept(T value);
    }

    static final class BridgedReached extends Base<String> {
        @Override
        void accept(String value) {
            Phone.it.getDeviceId();
        }
    }

    static final class ComparedReached implements Comparator<String> {
        @Override
        public int compare(String left, String right) {
            return Phone.it.getDeviceId().length();
        }
    }

    static class Outer {
        private String reachedThroughAccessor() {
            return Phone.it.getDeviceId();
        }

        private String unreachedPrivate() {
            return Phone.it.getDeviceId();
        }

        final class Inner {
            String ask() {
                return reachedThroughAccessor();
            }
        }
    }

    static final class First {
        static int count = Second.count + 1;
    }

    static final class Second {
        static int count = ThirdReached.count + 1;
    }

    static final class ThirdReached {
        static int count = Phone.it.getDeviceId().length();
    }

    static final class ConstantOnlyUnreached {
        static final int CONSTANT = 5;
        static int count = Phone.it.getDeviceId().length();
    }

    static class Constructed {
        Constructed() {
            init();
        }

        void init() {}
    }

    static final class FromConstructorReached extends Constructed {
        @Override
        void init() {
            Phone.it.getDeviceId();
        }
    }

    static final class ToStringReached {
        @Override
        public String toString() {
            return Phone.it.getDeviceId();
        }
    }

    static final class HashedReached {
        @Override
        public int hashCode() {
            return Phone.it.getDeviceId().hashCode();
        }
    }

    static final class EqualReached {
        @Override
        public boolean equals(Object other) {
            return Phone.it.getDeviceId() != null;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    static final class ComparableReached implements Comparable<ComparableReached> {
        @Override
        public int compareTo(ComparableReached other) {
            return Phone.it.getDeviceId().length();
        }
    }

    static final class ClosedReached implements java.io.Closeable {
        @Override
        public void close() {
            Phone.it.getDeviceId();
        }
    }

    static final class IteratedReached implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            Phone.it.getDeviceId();
            return new ArrayList<String>().iterator();
        }
    }

    static void drive(Activity host) {
        for (Strategy each : Strategy.values()) each.reachedId();
        new Thread(Mode.valueOf("ON")).start();
        Template template = new StepReached();
        template.process();
        new HookReached().process();
        Kept.last = new StepUnreached();
        List<Element> elements = new ArrayList<>();
        elements.add(new Number());
        elements.add(new Text());
        for (Element element : elements) element.accept(new Collecting());
        Handler<String> chain = new Passing();
        chain.then(new Passing()).then(new LastReached());
        chain.handle("x");
        new Decorator(new Decorator(new DecoratedReached())).run();
        Base<String> base = new BridgedReached();
        base.accept("x");
        List<String> names = new ArrayList<>();
        java.util.Collections.sort(names, new ComparedReached());
        Outer outer = new Outer();
        outer.new Inner().ask();
        if (First.count > ConstantOnlyUnreached.CONSTANT) names.add("x");
        new FromConstructorReached();
        names.add("value " + new ToStringReached());
        new java.util.HashMap<Object, String>().put(new HashedReached(), "x");
        List<Object> objects = new ArrayList<>();
        objects.add(new EqualReached());
        objects.contains("x");
        List<ComparableReached> comparables = new ArrayList<>();
        comparables.add(new ComparableReached());
        java.util.Collections.sort(comparables);
        try (ClosedReached closed = new ClosedReached()) {
            names.add(String.valueOf(closed != null));
        }
        for (String each : new IteratedReached()) names.add(each);
    }
}
