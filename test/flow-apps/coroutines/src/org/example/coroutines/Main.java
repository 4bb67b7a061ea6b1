package org.example.coroutines;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.jvm.internal.SuspendLambda;
import kotlin.jvm.functions.Function2;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.Deferred;

/** What blocks give comes out of the calls that run them, also where the library that runs them is part of the app. */
public class Main extends Activity {
    static TelephonyManager phone;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String sent = (String) BuildersKt.withContext(null, new SentBlock(null), null);
        Log.i("sent", sent);
        String kept = (String) BuildersKt.withContext(null, new KeptBlock(null), null);
        setTitle(String.valueOf(kept.length()));
        Deferred<Object> given = BuildersKt.async(null, null, null, new SentAsync(null));
        Deferred<Object> left = BuildersKt.async(null, null, null, new KeptAsync(null));
        Log.i("sent", (String) given.await(null));
        setTitle(String.valueOf(((String) left.await(null)).length()));
    }

    static class SentBlock extends SuspendLambda implements Function2<Object, Object, Object> {
        SentBlock(Continuation<Object> completion) {
            super(completion);
        }

        @Override
        public Object invoke(Object scope, Object completion) {
            return invokeSuspend(null);
        }

        @Override
        protected Object invokeSuspend(Object result) {
            return sentOutOfBlock();
        }

        private String sentOutOfBlock() {
            return phone.getDeviceId();
        }
    }

    static class KeptBlock extends SuspendLambda implements Function2<Object, Object, Object> {
        KeptBlock(Continuation<Object> completion) {
            super(completion);
        }

        @Override
        public Object invoke(Object scope, Object completion) {
            return invokeSuspend(null);
        }

        @Override
        protected Object invokeSuspend(Object result) {
            return keptInBlock();
        }

        private String keptInBlock() {
            return phone.getDeviceId();
        }
    }

    static class SentAsync extends SuspendLambda implements Function2<Object, Object, Object> {
        SentAsync(Continuation<Object> completion) {
            super(completion);
        }

        @Override
        public Object invoke(Object scope, Object completion) {
            return invokeSuspend(null);
        }

        @Override
        protected Object invokeSuspend(Object result) {
            return sentByAwaiting();
        }

        private String sentByAwaiting() {
            return phone.getDeviceId();
        }
    }

    static class KeptAsync extends SuspendLambda implements Function2<Object, Object, Object> {
        KeptAsync(Continuation<Object> completion) {
            super(completion);
        }

        @Override
        public Object invoke(Object scope, Object completion) {
            return invokeSuspend(null);
        }

        @Override
        protected Object invokeSuspend(Object result) {
            return keptByAwaiting();
        }

        private String keptByAwaiting() {
            return phone.getDeviceId();
        }
    }
}
