package org.example.reflection;

import android.app.Activity;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.example.reach.Kept;
import org.example.reach.Phone;

public final class Reflection {
    private Reflection() {}

    static void drive(Activity host) throws ReflectiveOperationException {
        Class.forName("org.example.reflection.Reflection$NewInstanceReached").newInstance();
        Kept.last = "org.example.reflection.Reflection$NewInstanceUnreached";

        Class<?> type = Class.forName("org.example.reflection.Reflection$MethodInvokeReached");
        Method method = type.getMethod("act");
        method.invoke(type.newInstance());
        Class<?> idle = Class.forName("org.example.reflection.Reflection$MethodInvokeUnreached");
        Kept.last = idle.getMethod("toString").invoke(idle.newInstance());

        Class.forName("org.example.reflection.Reflection$StaticInvokeReached").getMethod("act").invoke(null);
        Kept.last = Class.forName("org.example.reflection.Reflection$StaticInvokeUnreached").getMethod("act");

        Method declared = Class.forName("org.example.reflection.Reflection$DeclaredInvokeReached").getDeclaredMethod("act", String.class);
        declared.setAccessible(true);
        declared.invoke(null, "text");
        Kept.last = Class.forName("org.example.reflection.Reflection$DeclaredInvokeUnreached").getDeclaredMethod("act", String.class).getName();

        Class.forName("org.example.reflection.Reflection$OtherMethodReached").getMethod("act").invoke(null);
        Class.forName("org.example.reflection.Reflection$OtherMethodUnreached").getMethod("rest").invoke(null);

        Constructor<?> constructor = Class.forName("org.example.reflection.Reflection$ConstructorReached").getConstructor(String.class);
        constructor.newInstance("text");
        Class.forName("org.example.reflection.Reflection$ConstructorUnreached").getConstructor().newInstance();

        ClassLiteralReached.class.getMethod("act").invoke(ClassLiteralReached.class.newInstance());
        Kept.last = ClassLiteralUnreached.class.getMethods();

        host.getClassLoader().loadClass("org.example.reflection.Reflection$ClassLoaderReached").newInstance();
        Kept.last = host.getClassLoader().loadClass("org.example.reflection.Reflection$ClassLoaderUnreached");

        Class.forName("org.example.reflection.Reflection$InitialisedReached");
        Class.forName("org.example.reflection.Reflection$InitialisedUnreached", false, host.getClassLoader());

        Class.forName(PACKAGE.concat("Reflection$ConcatenatedReached")).newInstance();
        Kept.last = PACKAGE.concat("Reflection$ConcatenatedUnreached");

        Class.forName(new StringBuilder("org.example").append(".reflection.").append("Reflection$BuiltByBuilderReached").toString()).newInstance();
        Kept.last = new StringBuilder("org.example").append(".reflection.").append("Reflection$BuiltByBuilderUnreached").toString();

        make("org.example.reflection.Reflection$PassedReached");
        Kept.last = "org.example.reflection.Reflection$PassedUnreached";

        Runnable task = (Runnable) Class.forName("org.example.reflection.Reflection$ThroughInterfaceReached").newInstance();
        task.run();
        Kept.last = (Runnable) Class.forName("org.example.reflection.Reflection$ThroughInterfaceUnreached").newInstance();

        Runnable proxy = (Runnable) Proxy.newProxyInstance(host.getClassLoader(), new Class<?>[] {Runnable.class}, new ProxyReached());
        proxy.run();
        Kept.last = new ProxyUnreached();
    }

    private static final String PACKAGE = "org.example.reflection.";

    private static Object make(String name) throws ReflectiveOperationException {
        return Class.forName(name).newInstance();
    }

    public static class NewInstanceReached {
        public NewInstanceReached() {
            Phone.it.getDeviceId();
        }
    }

    public static class NewInstanceUnreached {
        public NewInstanceUnreached() {
            Phone.it.getDeviceId();
        }
    }

    public static class MethodInvokeReached {
        public void act() {
            Phone.it.getDeviceId();
        }
    }

    public static class MethodInvokeUnreached {
        public void act() {
            Phone.it.getDeviceId();
        }
    }

    public static class StaticInvokeReached {
        public static void act() {
            Phone.it.getDeviceId();
        }
    }

    public static class StaticInvokeUnreached {
        public static void act() {
            Phone.it.getDeviceId();
        }
    }

    public static class DeclaredInvokeReached {
        private static void act(String text) {
            Phone.it.getDeviceId();
        }
    }

    public static class DeclaredInvokeUnreached {
        private static void act(String text) {
            Phone.it.getDeviceId();
        }
    }

    public static class OtherMethodReached {
        public static void act() {
            Phone.it.getDeviceId();
        }

        public static void rest() {}
    }

    public static class OtherMethodUnreached {
        public static void act() {
            Phone.it.getDeviceId();
        }

        public static void rest() {}
    }

    public static class ConstructorReached {
        public ConstructorReached(String text) {
            Phone.it.getDeviceId();
        }

        public ConstructorReached() {}
    }

    public static class ConstructorUnreached {
        public ConstructorUnreached(String text) {
            Phone.it.getDeviceId();
        }

        public ConstructorUnreached() {}
    }

    public static class ClassLiteralReached {
        public void act() {
            Phone.it.getDeviceId();
        }
    }

    public static class ClassLiteralUnreached {
        public void act() {
            Phone.it.getDeviceId();
        }
    }

    public static class ClassLoaderReached {
        public ClassLoaderReached() {
            Phone.it.getDeviceId();
        }
    }

    public static class ClassLoaderUnreached {
        public ClassLoaderUnreached() {
            Phone.it.getDeviceId();
        }
    }

    public static class InitialisedReached {
        static {
            Phone.it.getDeviceId();
        }
    }

    public static class InitialisedUnreached {
        static {
            Phone.it.getDeviceId();
        }
    }

    public static class ConcatenatedReached {
        public ConcatenatedReached() {
            Phone.it.getDeviceId();
        }
    }

    public static class ConcatenatedUnreached {
        public ConcatenatedUnreached() {
            Phone.it.getDeviceId();
        }
    }

    public static class BuiltByBuilderReached {
        public BuiltByBuilderReached() {
            Phone.it.getDeviceId();
        }
    }

    public static class BuiltByBuilderUnreached {
        public BuiltByBuilderUnreached() {
            Phone.it.getDeviceId();
        }
    }

    public static class PassedReached {
        public PassedReached() {
            Phone.it.getDeviceId();
        }
    }

    public static class PassedUnreached {
        public PassedUnreached() {
            Phone.it.getDeviceId();
        }
    }

    public static class ThroughInterfaceReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    public static class ThroughInterfaceUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    public static class ProxyReached implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) {
            Phone.it.getDeviceId();
            return null;
        }
    }

    public static class ProxyUnreached implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) {
            Phone.it.getDeviceId();
            return null;
        }
    }
}
