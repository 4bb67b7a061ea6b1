package org.example.idioms;

import android.app.Activity;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.example.reach.Kept;
import org.example.reach.Phone;

/** Proxies of the platform: the handler runs for every call of the proxy. */
final class Proxies {
    interface Api {
        String id();
    }

    static final class HandlerReached implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) {
            return Phone.it.getDeviceId();
        }
    }

    static final class HandlerUnreached implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) {
            return Phone.it.getDeviceId();
        }
    }

    /** Hands the call on to a real object by reflection. */
    static final class Forwarding implements InvocationHandler {
        private final Object target;

        Forwarding(Object target) {
            this.target = target;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return method.invoke(target, arguments);
        }
    }

    static final class ProxiedReached implements Api {
        @Override
        public String id() {
            return Phone.it.getDeviceId();
        }
    }

    private static <T> T create(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    static void drive(Activity host) {
        create(Api.class, new HandlerReached()).id();
        Kept.last = new HandlerUnreached();
        create(Api.class, new Forwarding(new ProxiedReached())).id();
    }
}
