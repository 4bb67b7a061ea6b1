package kotlin.coroutines.jvm.internal;

import kotlin.coroutines.Continuation;

public abstract class BaseContinuationImpl implements Continuation<Object> {
    private final Continuation<Object> completion;

    protected BaseContinuationImpl(Continuation<Object> completion) {
        this.completion = completion;
    }

    protected abstract Object invokeSuspend(Object result);

    public Continuation<Object> create(Object value, Continuation<?> completion) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void resumeWith(Object result) {
        Object outcome = invokeSuspend(result);
        if (completion != null) completion.resumeWith(outcome);
    }
}
