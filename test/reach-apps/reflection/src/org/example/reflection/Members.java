package org.example.reflection;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.example.reach.Phone;

/** Members that are looked up in one place and used in another, or found among all of a class. */
final class Members {
    private static Method kept;
    private static Method idle;
    private final Map<String, Method> commands = new HashMap<String, Method>();
    private final List<Method> steps = new ArrayList<Method>();
    private Constructor<?> maker;

    private Members() {}

    static void drive() throws ReflectiveOperationException {
        Members members = new Members();
        members.keep();
        members.use();
        all();
        above();
        named();
        onOthers();
    }

    private void keep() throws ReflectiveOperationException {
        kept = InField.class.getDeclaredMethod("reachedRun");
        idle = InField.class.getDeclaredMethod("unreachedDrop");
        commands.put("go", InMap.class.getMethod("reachedGo", String.class));
        Map<String, Method> others = new HashMap<String, Method>();
        others.put("stop", InMap.class.getMethod("unreachedStop", String.class));
        for (Method each : Steps.class.getDeclaredMethods()) {
            if (each.getName().startsWith("step")) steps.add(each);
        }
        maker = Made.class.getDeclaredConstructor(Runnable.class);
        Constructor<?> other = MadeUnreached.class.getDeclaredConstructor();
        ByClass.class.newInstance();
        ByNumber.class.getDeclaredConstructor(int.class).newInstance(1);
        call(given("reachedPass"), null);
        given("unreachedLie");
    }

    private void use() throws ReflectiveOperationException {
        kept.invoke(null);
        commands.get("go").invoke(new InMap(), "now");
        for (Method step : steps) step.invoke(null);
        maker.newInstance(new JobReached());
    }

    private static Method given(String name) throws ReflectiveOperationException {
        return Passed.class.getDeclaredMethod(name);
    }

    private static void call(Method method, Object on) throws ReflectiveOperationException {
        method.invoke(on);
    }

    private static void all() throws ReflectiveOperationException {
        for (Method each : All.class.getDeclaredMethods()) each.invoke(null);
        for (Method each : Prefixed.class.getDeclaredMethods()) {
            if (each.getName().startsWith("test")) each.invoke(null);
        }
        for (Method each : Listed.class.getDeclaredMethods()) each.getName();
    }

    private static void above() throws ReflectiveOperationException {
        Class<?> base = Below.class.getSuperclass();
        base.getDeclaredMethod("reachedInBase").invoke(new Below());
    }

    private static void named() throws ReflectiveOperationException {
        Properties properties = new Properties();
        properties.setProperty("class", "org.example.reflection.Members$ByPropertyReached");
        properties.setProperty("other", "org.example.reflection.Members$ByPropertyUnreached");
        Class.forName(properties.getProperty("class")).newInstance();
        Class.forName(Members.class.getPackage().getName() + ".Members$ByPackageReached").newInstance();
    }

    private static void onOthers() throws ReflectiveOperationException {
        Method run = Runnable.class.getMethod("run");
        run.invoke(new OnReached());
        new OnUnreached();
        Base.class.getMethod("go").invoke(new Derived());
    }

    static class InField {
        static void reachedRun() {
            Phone.it.getDeviceId();
        }

        static void unreachedDrop() {
            Phone.it.getDeviceId();
        }
    }

    static class InMap {
        public void reachedGo(String when) {
            Phone.it.getDeviceId();
        }

        public void unreachedStop(String when) {
            Phone.it.getDeviceId();
        }
    }

    static class Steps {
        static void stepOne() {
            InSteps.reachedByPrefix();
        }

        static void other() {
            InSteps.unreachedByPrefix();
        }
    }

    static class InSteps {
        static void reachedByPrefix() {
            Phone.it.getDeviceId();
        }

        static void unreachedByPrefix() {
            Phone.it.getDeviceId();
        }
    }

    static class Made {
        Made(Runnable job) {
            reachedByMaker();
            job.run();
        }

        Made() {
            unreachedByOtherMaker();
        }

        private static void reachedByMaker() {
            Phone.it.getDeviceId();
        }

        private static void unreachedByOtherMaker() {
            Phone.it.getDeviceId();
        }
    }

    static class ByClass {
        ByClass() {
            reachedByNone();
        }

        ByClass(int size) {
            unreachedByNumber();
        }

        private static void reachedByNone() {
            Phone.it.getDeviceId();
        }

        private static void unreachedByNumber() {
            Phone.it.getDeviceId();
        }
    }

    static class ByNumber {
        ByNumber() {
            unreachedByNone();
        }

        ByNumber(int size) {
            reachedByNumber();
        }

        private static void unreachedByNone() {
            Phone.it.getDeviceId();
        }

        private static void reachedByNumber() {
            Phone.it.getDeviceId();
        }
    }

    static class MadeUnreached {
        MadeUnreached() {
            Phone.it.getDeviceId();
        }
    }

    static class JobReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class Passed {
        static void reachedPass() {
            Phone.it.getDeviceId();
        }

        static void unreachedLie() {
            Phone.it.getDeviceId();
        }
    }

    static class All {
        static void reachedFirst() {
            Phone.it.getDeviceId();
        }

        static void reachedSecond() {
            Phone.it.getDeviceId();
        }
    }

    static class Prefixed {
        static void testOne() {
            InPrefixed.reachedByTest();
        }

        static void other() {
            InPrefixed.unreachedByTest();
        }
    }

    static class InPrefixed {
        static void reachedByTest() {
            Phone.it.getDeviceId();
        }

        static void unreachedByTest() {
            Phone.it.getDeviceId();
        }
    }

    static class Listed {
        static void unreachedName() {
            Phone.it.getDeviceId();
        }
    }

    static class Above {
        void reachedInBase() {
            Phone.it.getDeviceId();
        }

        void unreachedInBase() {
            Phone.it.getDeviceId();
        }
    }

    static class Below extends Above {}

    static class ByPropertyReached {
        ByPropertyReached() {
            Phone.it.getDeviceId();
        }
    }

    static class ByPackageReached {
        ByPackageReached() {
            Phone.it.getDeviceId();
        }
    }

    static class ByPackageUnreached {
        ByPackageUnreached() {
            Phone.it.getDeviceId();
        }
    }

    static class ByPropertyUnreached {
        ByPropertyUnreached() {
            Phone.it.getDeviceId();
        }
    }

    static class OnReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class OnUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class Base {
        public void go() {}
    }

    static class Derived extends Base {
        @Override
        public void go() {
            reachedByOverride();
        }

        public void rest() {
            unreachedByRest();
        }

        private static void reachedByOverride() {
            Phone.it.getDeviceId();
        }

        private static void unreachedByRest() {
            Phone.it.getDeviceId();
        }
    }
}
