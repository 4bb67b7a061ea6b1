package kotlin.coroutines.jvm.internal;

import kotlin.coroutines.Continuation;

public abstract class SuspendLambda extends BaseContinuationImpl {
    protected SuspendLambda(Continuation<Object> completion) {
        super(completion);
    }
}
