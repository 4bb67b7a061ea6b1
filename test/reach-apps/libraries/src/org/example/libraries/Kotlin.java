package org.example.libraries;

import android.app.Activity;
import kotlin.LazyKt;
import kotlin.coroutines.jvm.internal.SuspendLambda;
import kotlin.jvm.functions.Function0;
import kotlin.jvm.functions.Function2;
import kotlinx.coroutines.BuildersKt;
import org.example.reach.Kept;
import org.example.reach.Phone;

final class Kotlin {
    static void drive(Activity host) {
        BuildersKt.launch$default(null, null, null, new LaunchReached(), 3, null);
        Kept.last = new LaunchUnreached();

        BuildersKt.withContext(null, new WithContextReached(), null);
        Kept.last = new WithContextUnreached();

        BuildersKt.runBlocking(null, new RunBlockingReached());
        Kept.last = new RunBlockingUnreached();

        LazyKt.lazy(new LazyReached()).getValue();
        Kept.last = LazyKt.lazy(new LazyUnreached());
    }

    static class LaunchReached extends SuspendLambda implements Function2<Object, Object, Object> {
        @Override
        protected Object invokeSuspend(Object result) {
            Phone.it.getDeviceId();
            return null;
        }

        @Override
        public Object invoke(Object first, Object second) {
            return null;
        }
    }

    static class LaunchUnreached extends SuspendLambda implements Function2<Object, Object, Object> {
        @Override
        protected Object invokeSuspend(Object result) {
            Phone.it.getDeviceId();
            return null;
        }

        @Override
        public Object invoke(Object first, Object second) {
            return null;
        }
    }

    static class WithContextReached extends SuspendLambda implements Function2<Object, Object, Object> {
        @Override
        protected Object invokeSuspend(Object result) {
            Phone.it.getDeviceId();
            return null;
        }

        @Override
        public Object invoke(Object first, Object second) {
            return null;
        }
    }

    static class WithContextUnreached extends SuspendLambda implements Function2<Object, Object, Object> {
        @Override
        protected Object invokeSuspend(Object result) {
            Phone.it.getDeviceId();
            return null;
        }

        @Override
        public Object invoke(Object first, Object second) {
            return null;
        }
    }

    static class RunBlockingReached extends SuspendLambda implements Function2<Object, Object, Object> {
        @Override
        protected Object invokeSuspend(Object result) {
            Phone.it.getDeviceId();
            return null;
        }

        @Override
        public Object invoke(Object first, Object second) {
            return null;
        }
    }

    static class RunBlockingUnreached extends SuspendLambda implements Function2<Object, Object, Object> {
        @Override
        protected Object invokeSuspend(Object result) {
            Phone.it.getDeviceId();
            return null;
        }

        @Override
        public Object invoke(Object first, Object second) {
            return null;
        }
    }

    static class LazyReached implements Function0<String> {
        @Override
        public String invoke() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class LazyUnreached implements Function0<String> {
        @Override
        public String invoke() {
            Phone.it.getDeviceId();
            return null;
        }
    }
}
