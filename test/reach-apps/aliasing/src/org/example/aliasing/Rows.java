package org.example.aliasing;

import java.lang.reflect.Array;
import org.example.reach.Kept;
import org.example.reach.Phone;

/** Objects of one type in arrays of arrays, in arrays made by reflection, and as what a thread begins with; beside others that nothing takes out. */
final class Rows {
    abstract static class Work {
        abstract void work();
    }

    private static final ThreadLocal<Work> OWN = new ThreadLocal<Work>() {
        @Override
        protected Work initialValue() {
            return new InitialReached();
        }
    };

    private static final ThreadLocal<Work> IDLE = new ThreadLocal<Work>() {
        @Override
        protected Work initialValue() {
            return new InitialUnreached();
        }
    };

    static void drive() {
        Work[][] rows = new Work[2][3];
        rows[1][2] = new RowReached();
        for (Work[] row : rows) {
            for (Work each : row) {
                if (each != null) {
                    each.work();
                }
            }
        }
        Work[][] idleRows = new Work[2][3];
        idleRows[1][2] = new RowUnreached();
        Kept.last = idleRows;

        Object made = Array.newInstance(Work.class, 1);
        Array.set(made, 0, new SetReached());
        ((Work[]) made)[0].work();
        Object idle = Array.newInstance(Work.class, 1);
        Array.set(idle, 0, new SetUnreached());
        Kept.last = idle;

        OWN.get().work();
        Kept.last = IDLE.get();
    }

    static class RowReached extends Work {
        @Override
        void work() {
            Phone.it.getDeviceId();
        }
    }

    static class RowUnreached extends Work {
        @Override
        void work() {
            Phone.it.getDeviceId();
        }
    }

    static class SetReached extends Work {
        @Override
        void work() {
            Phone.it.getDeviceId();
        }
    }

    static class SetUnreached extends Work {
        @Override
        void work() {
            Phone.it.getDeviceId();
        }
    }

    static class InitialReached extends Work {
        @Override
        void work() {
            Phone.it.getDeviceId();
        }
    }

    static class InitialUnreached extends Work {
        @Override
        void work() {
            Phone.it.getDeviceId();
        }
    }
}
