package kotlin.coroutines.jvm.internal;

import kotlin.coroutines.Continuation;

public abstract class BaseContinuationImpl implements Continuation<Object> {
    protected abstract Object invokeSuspend(Object result);

    public Continuation<Object> create(Object value, Continuation<?> completion) {
        return null;
    }

    @Override
    public final void resumeWith(Object result) {}
}
