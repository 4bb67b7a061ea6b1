package org.example.dispatch;

import android.app.Activity;
import java.io.Closeable;
import java.io.File;
import java.io.FileFilter;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.example.reach.Kept;
import org.example.reach.Phone;

final class Kinds {
    static void drive(Activity host) {
        Kinds outer = new Kinds();
        outer.new InnerReached().act();
        Kept.last = outer.new InnerUnreached();

        new LocalReached().act();
        new LocalUnreached().act();

        new AnonymousBodyReached().make().run();
        Kept.last = new AnonymousBodyUnreached().make();

        new CapturedOuterReached().make().run();
        Kept.last = new CapturedOuterUnreached().make();

        callThrough(new GenericBridgeReached());
        Kept.last = new GenericBridgeUnreached();

        Visitor<String> visitor = new GenericSuperReached();
        visitor.visit("text");
        Kept.last = new GenericSuperUnreached();

        EnumBodyReached.ONE.act();
        Kept.last = EnumBodyUnreached.class;

        EnumMethodReached.valueOf("ONE").act();
        EnumMethodUnreached.valueOf("ONE").name();

        new VarargsReached().act("one", "two");
        new VarargsUnreached().act("one");

        Collections.sort(Arrays.asList("one", "two"), new ComparisonReached());
        Kept.last = new ComparisonUnreached();

        Collections.sort(Arrays.asList(new ComparableReached(), new ComparableReached()));
        Kept.last = Arrays.asList(new ComparableUnreached(), new ComparableUnreached());

        Kept.last = "text: " + new ToStringReached();
        Kept.last = new ToStringUnreached();

        Kept.last = String.valueOf(new StringValueOfReached());
        Kept.last = "text: " + new StringValueOfUnreached().getClass();

        new java.util.HashSet<Object>().add(new HashCodeReached());
        Kept.last = HashCodeUnreached.class;

        for (String text : new ForEachReached()) {
            Kept.last = text;
        }
        Kept.last = new ForEachUnreached();

        try (Closeable closed = new CloseReached()) {
            Kept.last = "used";
        } catch (java.io.IOException error) {
            Kept.last = error;
        }
        Kept.last = new CloseUnreached();

        new File("/").listFiles(new FileFilterReached());
        Kept.last = new FileFilterUnreached();

        AccessController.doPrivileged(new PrivilegedReached());
        Kept.last = new PrivilegedUnreached();

        try {
            host.finish();
        } catch (IllegalStateException error) {
            new ExceptionReached().getMessage();
        }
        Kept.last = ExceptionUnreached.class;

        try {
            host.finish();
        } finally {
            new FinallyReached().act();
        }
        Kept.last = FinallyUnreached.class;

        switch (host.getTaskId()) {
            case 1:
                host.finish();
                break;
            case 1000:
                new SwitchReached().act();
                break;
            default:
        }
        Kept.last = SwitchUnreached.class;

        new RecursionReached().even(host.getTaskId());
        Kept.last = RecursionUnreached.class;
    }

    abstract static class Visitor<T> {
        abstract void visit(T value);
    }

    static <T> T callThrough(Callable<T> callable) {
        try {
            return callable.call();
        } catch (Exception error) {
            return null;
        }
    }

    class InnerReached {
        void act() {
            Phone.it.getDeviceId();
        }
    }

    class InnerUnreached {
        void act() {
            Phone.it.getDeviceId();
        }
    }

    static class LocalReached {
        void act() {
            class Local {
                void act() {
                    Phone.it.getDeviceId();
                }
            }
            new Local().act();
        }
    }

    static class LocalUnreached {
        void act() {
            class Local {
                void act() {
                    Phone.it.getDeviceId();
                }
            }
            Kept.last = Local.class;
        }
    }

    static class AnonymousBodyReached {
        Runnable make() {
            return new Runnable() {
                @Override
                public void run() {
                    Phone.it.getDeviceId();
                }
            };
        }
    }

    static class AnonymousBodyUnreached {
        Runnable make() {
            return new Runnable() {
                @Override
                public void run() {
                    Phone.it.getDeviceId();
                }
            };
        }
    }

    static class CapturedOuterReached {
        private void read() {
            Phone.it.getDeviceId();
        }

        Runnable make() {
            return new Runnable() {
                @Override
                public void run() {
                    read();
                }
            };
        }
    }

    static class CapturedOuterUnreached {
        private void read() {
            Phone.it.getDeviceId();
        }

        Runnable make() {
            return new Runnable() {
                @Override
                public void run() {
                    read();
                }
            };
        }
    }

    static class GenericBridgeReached implements Callable<String> {
        @Override
        public String call() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class GenericBridgeUnreached implements Callable<String> {
        @Override
        public String call() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class GenericSuperReached extends Visitor<String> {
        @Override
        void visit(String text) {
            Phone.it.getDeviceId();
        }
    }

    static class GenericSuperUnreached extends Visitor<String> {
        @Override
        void visit(String text) {
            Phone.it.getDeviceId();
        }
    }

    enum EnumBodyReached {
        ONE {
            @Override
            void act() {
                Phone.it.getDeviceId();
            }
        },
        TWO;

        void act() {}
    }

    enum EnumBodyUnreached {
        ONE {
            @Override
            void act() {
                Phone.it.getDeviceId();
            }
        },
        TWO;

        void act() {}
    }

    enum EnumMethodReached {
        ONE;

        void act() {
            Phone.it.getDeviceId();
        }
    }

    enum EnumMethodUnreached {
        ONE;

        void act() {
            Phone.it.getDeviceId();
        }
    }

    static class VarargsReached {
        void act(Object... many) {
            Phone.it.getDeviceId();
        }

        void act(Object one) {}
    }

    static class VarargsUnreached {
        void act(Object... many) {
            Phone.it.getDeviceId();
        }

        void act(Object one) {}
    }

    static class ComparisonReached implements Comparator<String> {
        @Override
        public int compare(String first, String second) {
            Phone.it.getDeviceId();
            return 0;
        }
    }

    static class ComparisonUnreached implements Comparator<String> {
        @Override
        public int compare(String first, String second) {
            Phone.it.getDeviceId();
            return 0;
        }
    }

    static class ComparableReached implements Comparable<ComparableReached> {
        @Override
        public int compareTo(ComparableReached other) {
            Phone.it.getDeviceId();
            return 0;
        }
    }

    static class ComparableUnreached implements Comparable<ComparableUnreached> {
        @Override
        public int compareTo(ComparableUnreached other) {
            Phone.it.getDeviceId();
            return 0;
        }
    }

    static class ToStringReached {
        @Override
        public String toString() {
            Phone.it.getDeviceId();
            return "text";
        }
    }

    static class ToStringUnreached {
        @Override
        public String toString() {
            Phone.it.getDeviceId();
            return "text";
        }
    }

    static class StringValueOfReached {
        @Override
        public String toString() {
            Phone.it.getDeviceId();
            return "text";
        }
    }

    static class StringValueOfUnreached {
        @Override
        public String toString() {
            Phone.it.getDeviceId();
            return "text";
        }
    }

    static class HashCodeReached {
        @Override
        public int hashCode() {
            Phone.it.getDeviceId();
            return 0;
        }
    }

    static class HashCodeUnreached {
        @Override
        public int hashCode() {
            Phone.it.getDeviceId();
            return 0;
        }
    }

    static class ForEachReached implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class ForEachUnreached implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class CloseReached implements Closeable {
        @Override
        public void close() {
            Phone.it.getDeviceId();
        }
    }

    static class CloseUnreached implements Closeable {
        @Override
        public void close() {
            Phone.it.getDeviceId();
        }
    }

    static class FileFilterReached implements FileFilter {
        @Override
        public boolean accept(File file) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class FileFilterUnreached implements FileFilter {
        @Override
        public boolean accept(File file) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class PrivilegedReached implements PrivilegedAction<String> {
        @Override
        public String run() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class PrivilegedUnreached implements PrivilegedAction<String> {
        @Override
        public String run() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class ExceptionReached extends RuntimeException {
        @Override
        public String getMessage() {
            Phone.it.getDeviceId();
            return "message";
        }
    }

    static class ExceptionUnreached extends RuntimeException {
        @Override
        public String getMessage() {
            Phone.it.getDeviceId();
            return "message";
        }
    }

    static class FinallyReached {
        void act() {
            Phone.it.getDeviceId();
        }
    }

    static class FinallyUnreached {
        void act() {
            Phone.it.getDeviceId();
        }
    }

    static class SwitchReached {
        void act() {
            Phone.it.getDeviceId();
        }
    }

    static class SwitchUnreached {
        void act() {
            Phone.it.getDeviceId();
        }
    }

    static class RecursionReached {
        void even(int left) {
            if (left > 0) {
                odd(left - 1);
            }
        }

        void odd(int left) {
            Phone.it.getDeviceId();
            even(left - 1);
        }
    }

    static class RecursionUnreached {
        void even(int left) {
            if (left > 0) {
                odd(left - 1);
            }
        }

        void odd(int left) {
            Phone.it.getDeviceId();
            even(left - 1);
        }
    }
}
