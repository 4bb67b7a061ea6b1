package org.example.aliasing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.example.reach.Kept;
import org.example.reach.Phone;

/** What collections give to what they call back: their own elements, and what they got from it. */
final class Lent {
    static void drive() {
        List<Errand> each = new ArrayList<Errand>();
        each.add(new EachReached());
        each.forEach(new Consumer<Errand>() {
            @Override
            public void accept(Errand errand) {
                errand.go();
            }
        });

        Arrays.asList("one", "two").stream().map(new Function<String, Errand>() {
            @Override
            public Errand apply(String name) {
                return new MappedReached();
            }
        }).filter(new Predicate<Errand>() {
            @Override
            public boolean test(Errand errand) {
                return errand != null;
            }
        }).forEach(new Consumer<Errand>() {
            @Override
            public void accept(Errand errand) {
                errand.go();
            }
        });

        Map<String, Errand> named = new HashMap<String, Errand>();
        named.put("one", new NamedReached());
        named.forEach(new BiConsumer<String, Errand>() {
            @Override
            public void accept(String name, Errand errand) {
                errand.go();
            }
        });

        List<Errand> sorted = Arrays.<Errand>asList(new SortedReached(), new SortedReached());
        Collections.sort(sorted, new Comparator<Errand>() {
            @Override
            public int compare(Errand one, Errand other) {
                one.go();
                return 0;
            }
        });

        List<Errand> idle = new ArrayList<Errand>();
        idle.add(new IdleUnreached());
        Kept.last = new KeptUnreached();
    }

    interface Errand {
        void go();
    }

    static final class EachReached implements Errand {
        @Override
        public void go() {
            Phone.it.getDeviceId();
        }
    }

    static final class MappedReached implements Errand {
        @Override
        public void go() {
            Phone.it.getDeviceId();
        }
    }

    static final class NamedReached implements Errand {
        @Override
        public void go() {
            Phone.it.getDeviceId();
        }
    }

    static final class SortedReached implements Errand {
        @Override
        public void go() {
            Phone.it.getDeviceId();
        }
    }

    static final class IdleUnreached implements Errand {
        @Override
        public void go() {
            Phone.it.getDeviceId();
        }
    }

    static final class KeptUnreached implements Errand {
        @Override
        public void go() {
            Phone.it.getDeviceId();
        }
    }
}
