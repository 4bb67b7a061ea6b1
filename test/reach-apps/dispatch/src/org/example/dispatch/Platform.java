package org.example.dispatch;

import android.app.Activity;
import java.io.Closeable;
import java.io.File;
import java.io.FileFilter;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import org.example.reach.Kept;
import org.example.reach.Phone;

/** What the platform calls inside its own methods. */
final class Platform {
    static void drive(Activity host) {
        Collections.sort(Arrays.asList("one", "two"), new ComparisonReached());
        Kept.last = new ComparisonUnreached();

        Collections.sort(Arrays.asList(new ComparableReached(), new ComparableReached()));
        Kept.last = Arrays.asList(new ComparableUnreached(), new ComparableUnreached());

        new FinaliseReached();
        Kept.last = FinaliseUnreached.class;

        try {
            new java.io.ObjectOutputStream(null).writeObject(new SerialisedReached());
        } catch (java.io.IOException error) {
            host.finish();
        }
        Kept.last = new SerialisedUnreached();

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

    static class FinaliseReached {
        @Override
        protected void finalize() {
            Phone.it.getDeviceId();
        }
    }

    static class FinaliseUnreached {
        @Override
        protected void finalize() {
            Phone.it.getDeviceId();
        }
    }

    static class SerialisedReached implements java.io.Serializable {
        private void writeObject(java.io.ObjectOutputStream stream) {
            Phone.it.getDeviceId();
        }
    }

    static class SerialisedUnreached implements java.io.Serializable {
        private void writeObject(java.io.ObjectOutputStream stream) {
            Phone.it.getDeviceId();
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
}
