package org.example.idioms;

import android.app.Activity;
import org.example.reach.Kept;
import org.example.reach.Phone;
import java.util.ArrayList;
import java.util.List;

/** Interfaces of the build: what is called on which object. */
final class Owned {
    interface Source {
        String read();
    }

    static final class UsedReached implements Source { public String read() { return Phone.it.getDeviceId(); } }
    static final class IdleUnreached implements Source { public String read() { return Phone.it.getDeviceId(); } }
    static final class ListedReached implements Source { public String read() { return Phone.it.getDeviceId(); } }
    static final class OtherListUnreached implements Source { public String read() { return Phone.it.getDeviceId(); } }
    static final class ReturnedReached implements Source { public String read() { return Phone.it.getDeviceId(); } }
    static final class CaughtReached extends RuntimeException implements Source { public String read() { return Phone.it.getDeviceId(); } }
    static final class InnerReached implements Source { public String read() { return Phone.it.getDeviceId(); } }

    static final class Registry {
        private final List<Source> active = new ArrayList<>();
        private final List<Source> retired = new ArrayList<>();
        void add(Source source) { active.add(source); }
        void retire(Source source) { retired.add(source); }
        void readAll() { for (Source each : active) each.read(); }
    }

    static Source make(boolean any) {
        return any ? new ReturnedReached() : null;
    }

    static class Holding {
        protected Source source;
        Holding(Source source) { this.source = source; }
        Source source() { return source; }
    }

    static void fail() {
        throw new CaughtReached();
    }

    static void drive(Activity host) {
        Source used = new UsedReached();
        used.read();
        Kept.last = new IdleUnreached();
        Registry registry = new Registry();
        registry.add(new ListedReached());
        registry.retire(new OtherListUnreached());
        registry.readAll();
        make(true).read();
        try {
            fail();
        } catch (CaughtReached caught) {
            Source source = caught;
            source.read();
        }
        new Holding(new InnerReached()).source().read();
    }
}
