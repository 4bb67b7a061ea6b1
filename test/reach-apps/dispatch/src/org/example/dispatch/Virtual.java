package org.example.dispatch;

import android.app.Activity;
import org.example.reach.Kept;
import org.example.reach.Phone;

final class Virtual {
    static void drive(Activity host) {
        Action action = new InterfaceReached();
        action.act();
        Kept.last = InterfaceUnreached.class;

        Base base = new AbstractReached();
        base.act();
        Kept.last = AbstractUnreached.class;

        Concrete concrete = new OverrideReached();
        concrete.act();
        Concrete plain = new Concrete();
        plain.act();
        Kept.last = OverrideUnreached.class;

        TwoActions two = new OtherMethodReached();
        two.first();
        TwoActions other = new OtherMethodUnreached();
        other.first();

        new CallsSuper().act();
        new SkipsSuper().act();

        new BuildsSuper();
        new BuildsOtherSuper();

        new TemplateReached().perform();
        new TemplateUnreached().describe();

        StaticReached.act();
        Kept.last = StaticUnreached.class;

        new PrivateReached().act();
        new PrivateUnreached().act();

        new ConstructorReached();
        Kept.last = ConstructorUnreached[].class;

        new OtherConstructorReached("name");
        new OtherConstructorUnreached();

        new DelegatingConstructorReached();
        new DelegatingConstructorUnreached();

        new FieldInitialiserReached();
        Kept.last = FieldInitialiserUnreached.class;

        new OverloadReached().act((CharSequence) "text");
        new OverloadUnreached().act("text");

        new InheritsReached().act();
        new InheritsUnreached();

        Action inherited = new ImplementsByInheritance();
        inherited.act();
        Kept.last = ImplementsByInheritanceToo.class;

        new NotShadowing().act();
        new Shadowing().act();
    }

    interface Action {
        void act();
    }

    interface TwoActions {
        void first();

        void second();
    }

    abstract static class Base {
        abstract void act();
    }

    static class Concrete {
        void act() {}
    }

    abstract static class Template {
        void perform() {
            step();
        }

        String describe() {
            return "template";
        }

        abstract void step();
    }

    static class CallsSuper extends SuperReached {
        @Override
        void act() {
            super.act();
        }
    }

    static class SkipsSuper extends SuperUnreached {
        @Override
        void act() {}
    }

    static class BuildsSuper extends SuperConstructorReached {}

    static class BuildsOtherSuper extends SuperConstructorUnreached {
        BuildsOtherSuper() {
            super(1);
        }
    }

    static class InheritsReached extends InheritedReached {}

    static class InheritsUnreached extends InheritedUnreached {}

    static class ImplementsByInheritance extends InheritedByInterfaceReached implements Action {}

    static class ImplementsByInheritanceToo extends InheritedByInterfaceUnreached implements Action {}

    static class NotShadowing extends ShadowedReached {}

    static class Shadowing extends ShadowedUnreached {
        @Override
        public void act() {}
    }

    static class InterfaceReached implements Action {
        @Override
        public void act() {
            Phone.it.getDeviceId();
        }
    }

    static class InterfaceUnreached implements Action {
        @Override
        public void act() {
            Phone.it.getDeviceId();
        }
    }

    static class AbstractReached extends Base {
        @Override
        public void act() {
            Phone.it.getDeviceId();
        }
    }

    static class AbstractUnreached extends Base {
        @Override
        public void act() {
            Phone.it.getDeviceId();
        }
    }

    static class OverrideReached extends Concrete {
        @Override
        public void act() {
            Phone.it.getDeviceId();
        }
    }

    static class OverrideUnreached extends Concrete {
        @Override
        public void act() {
            Phone.it.getDeviceId();
        }
    }

    static class OtherMethodReached implements TwoActions {
        @Override
        public void first() {
            Phone.it.getDeviceId();
        }

        @Override
        public void second() {}
    }

    static class OtherMethodUnreached implements TwoActions {
        @Override
        public void first() {}

        @Override
        public void second() {
            Phone.it.getDeviceId();
        }
    }

    static class SuperReached {
        void act() {
            Phone.it.getDeviceId();
        }
    }

    static class SuperUnreached {
        void act() {
            Phone.it.getDeviceId();
        }
    }

    static class SuperConstructorReached {
        SuperConstructorReached() {
            Phone.it.getDeviceId();
        }

        SuperConstructorReached(int unused) {}
    }

    static class SuperConstructorUnreached {
        SuperConstructorUnreached() {
            Phone.it.getDeviceId();
        }

        SuperConstructorUnreached(int unused) {}
    }

    static class TemplateReached extends Template {
        @Override
        void step() {
            Phone.it.getDeviceId();
        }
    }

    static class TemplateUnreached extends Template {
        @Override
        void step() {
            Phone.it.getDeviceId();
        }
    }

    static class StaticReached {
        static void act() {
            Phone.it.getDeviceId();
        }
    }

    static class StaticUnreached {
        static void act() {
            Phone.it.getDeviceId();
        }
    }

    static class PrivateReached {
        void act() {
            hidden();
        }

        private void hidden() {
            Phone.it.getDeviceId();
        }
    }

    static class PrivateUnreached {
        void act() {}

        private void hidden() {
            Phone.it.getDeviceId();
        }
    }

    static class ConstructorReached {
        ConstructorReached() {
            Phone.it.getDeviceId();
        }
    }

    static class ConstructorUnreached {
        ConstructorUnreached() {
            Phone.it.getDeviceId();
        }
    }

    static class OtherConstructorReached {
        OtherConstructorReached(String name) {
            Phone.it.getDeviceId();
        }

        OtherConstructorReached() {}
    }

    static class OtherConstructorUnreached {
        OtherConstructorUnreached(String name) {
            Phone.it.getDeviceId();
        }

        OtherConstructorUnreached() {}
    }

    static class DelegatingConstructorReached {
        DelegatingConstructorReached(String name) {
            Phone.it.getDeviceId();
        }

        DelegatingConstructorReached() {
            this("name");
        }
    }

    static class DelegatingConstructorUnreached {
        DelegatingConstructorUnreached(String name) {
            Phone.it.getDeviceId();
        }

        DelegatingConstructorUnreached() {}
    }

    static class FieldInitialiserReached {
        final String id = Phone.it.getDeviceId();
    }

    static class FieldInitialiserUnreached {
        final String id = Phone.it.getDeviceId();
    }

    static class OverloadReached {
        void act(CharSequence text) {
            Phone.it.getDeviceId();
        }

        void act(String text) {}
    }

    static class OverloadUnreached {
        void act(CharSequence text) {
            Phone.it.getDeviceId();
        }

        void act(String text) {}
    }

    static class InheritedReached {
        public void act() {
            Phone.it.getDeviceId();
        }
    }

    static class InheritedUnreached {
        public void act() {
            Phone.it.getDeviceId();
        }
    }

    static class InheritedByInterfaceReached {
        public void act() {
            Phone.it.getDeviceId();
        }
    }

    static class InheritedByInterfaceUnreached {
        public void act() {
            Phone.it.getDeviceId();
        }
    }

    static class ShadowedReached {
        public void act() {
            Phone.it.getDeviceId();
        }
    }

    static class ShadowedUnreached {
        public void act() {
            Phone.it.getDeviceId();
        }
    }
}
