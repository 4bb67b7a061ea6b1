package kotlinx.coroutines;

import kotlin.coroutines.Continuation;

public interface Deferred<T> {
    Object await(Continuation<? super T> completion);
}
