package org.example.idioms;

import android.app.Activity;
import android.content.Intent;
import android.util.Base64;
import java.lang.reflect.Method;
import org.example.reach.Phone;

/** Reflection by names that are put together. */
final class Naming {
    public static final class BuiltReached { public void read() { Phone.it.getDeviceId(); } }
    public static final class EncodedReached { public void read() { Phone.it.getDeviceId(); } }
    public static final class XorReached { public void read() { Phone.it.getDeviceId(); } }
    public static final class CharsReached { public void read() { Phone.it.getDeviceId(); } }
    public static final class ConstantReached { public static void read() { Phone.it.getDeviceId(); } }
    public static final class SwitchedReached { public void read() { Phone.it.getDeviceId(); } }
    public static final class PassedReached { public void read() { Phone.it.getDeviceId(); } }
    public static final class ReversedReached { public void read() { Phone.it.getDeviceId(); } }
    public static final class ReplacedReached { public void read() { Phone.it.getDeviceId(); } }
    public static final class FormattedReached { public void read() { Phone.it.getDeviceId(); } }
    public static final class LoadedReached { public void read() { Phone.it.getDeviceId(); } }
    public static final class NeverNamedUnreached { public void read() { Phone.it.getDeviceId(); } }
    public static final class MadeReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    public static final class FactoryReached implements Plugin { public void start() { Phone.it.getDeviceId(); } }
    public static final class ByClassReached implements Plugin { public void start() { Phone.it.getDeviceId(); } }
    public static final class ListedReached implements Plugin { public void start() { Phone.it.getDeviceId(); } }
    public static final class ConstructorReached { public ConstructorReached(String any) { Phone.it.getDeviceId(); } }
    public static final class PrivateReached { private String hidden() { return Phone.it.getDeviceId(); } }
    public static final class FieldReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    public static final class FieldUnreached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    public static final class FieldHost {
        public Runnable task = new FieldReached();
        public Runnable idle = new FieldUnreached();
    }
    public static final class SetReached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    public static final class SetUnreached implements Runnable { public void run() { Phone.it.getDeviceId(); } }
    public static final class SetHost {
        public static Runnable task;
        public static Runnable idle;
    }

    interface Plugin {
        void start();
    }

    static final class Names {
        static final String CONSTANT = "org.example.idioms.Naming$ConstantReached";
        static final String[] PLUGINS = {"org.example.idioms.Naming$ListedReached"};
        static final Class<?>[] CLASSES = {ByClassReached.class};
    }

    private static final String PREFIX = "org.example.idioms.Naming$";

    private static Object call(String name, String method) throws Exception {
        Class<?> type = Class.forName(name);
        Object object = type.getDeclaredConstructor().newInstance();
        return type.getMethod(method).invoke(object);
    }

    private static String xor(int[] codes, int key) {
        char[] chars = new char[codes.length];
        for (int i = 0; i < codes.length; i++) chars[i] = (char) (codes[i] ^ key);
        return new String(chars);
    }

    private static Plugin plugin(String name) throws Exception {
        return (Plugin) Class.forName(name).newInstance();
    }

    static void drive(Activity host) {
        try {
            StringBuilder name = new StringBuilder("org.example");
            name.append('.').append("idioms.Naming").append('$').append("Built");
            name.append("Reached");
            Class<?> built = Class.forName(name.toString());
            built.getMethod("read").invoke(built.newInstance());
            // org.example.idioms.Naming$EncodedReached
            String decoded = new String(Base64.decode("b3JnLmV4YW1wbGUuaWRpb21zLk5hbWluZyRFbmNvZGVkUmVhY2hlZA==", 0));
            Class<?> encoded = Class.forName(decoded);
            encoded.getMethod("read").invoke(encoded.newInstance());
            String hidden = PREFIX + xor(new int[] {0x59, 0x6e, 0x73, 0x53, 0x64, 0x60, 0x62, 0x69, 0x64, 0x65}, 1);
            Class<?> xored = Class.forName(hidden);
            xored.getMethod("read").invoke(xored.newInstance());
            char[] chars = {'C', 'h', 'a', 'r', 's', 'R', 'e', 'a', 'c', 'h', 'e', 'd'};
            Class<?> fromChars = Class.forName(PREFIX + new String(chars));
            fromChars.getMethod("read").invoke(fromChars.newInstance());
            Class.forName(Names.CONSTANT).getMethod("read").invoke(null);
            String which;
            switch (host.getPackageName()) {
                case "org.example.idioms":
                    which = "Switched";
                    break;
                default:
                    which = "NeverThere";
            }
            Class<?> switched = Class.forName(PREFIX + which + "Reached");
            switched.getMethod("read").invoke(switched.newInstance());
            call(PREFIX + "PassedReached", "read");
            Class<?> reversed = Class.forName(new StringBuilder("dehcaeRdesreveR$gnimaN.smoidi.elpmaxe.gro").reverse().toString());
            reversed.getMethod("read").invoke(reversed.newInstance());
            Class<?> replaced = Class.forName("org#example#idioms#Naming$ReplacedReached".replace('#', '.'));
            replaced.getMethod("read").invoke(replaced.newInstance());
            Class<?> formatted = Class.forName(String.format("%s%s", PREFIX, "FormattedReached"));
            formatted.getMethod("read").invoke(formatted.newInstance());
            Class<?> loaded = host.getClassLoader().loadClass("org.example.idioms.Naming$LoadedReached");
            Method method = loaded.getDeclaredMethod("read");
            method.setAccessible(true);
            method.invoke(loaded.newInstance());
            Runnable made = (Runnable) Class.forName("org.example.idioms.Naming$MadeReached").newInstance();
            made.run();
            plugin("org.example.idioms.Naming$FactoryReached").start();
            for (Class<?> each : Names.CLASSES) ((Plugin) each.newInstance()).start();
            for (String each : Names.PLUGINS) plugin(each).start();
            ConstructorReached.class.getConstructor(String.class).newInstance("x");
            Method secret = PrivateReached.class.getDeclaredMethod("hidden");
            secret.setAccessible(true);
            secret.invoke(new PrivateReached());
            Object task = FieldHost.class.getField("task").get(new FieldHost());
            ((Runnable) task).run();
            SetHost.class.getField("task").set(null, new SetReached());
            SetHost.class.getField("idle").set(null, new SetUnreached());
            SetHost.task.run();
        } catch (Exception caught) {
            host.finish();
        }
        Intent intent = new Intent();
        intent.setClassName(host, "org.example.idioms.Screens$HostReached");
        host.startActivity(intent);
    }
}
