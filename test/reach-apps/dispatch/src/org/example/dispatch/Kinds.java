package org.example.dispatch;

import android.app.Activity;
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
