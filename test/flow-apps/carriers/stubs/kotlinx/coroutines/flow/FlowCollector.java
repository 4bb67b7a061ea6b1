package kotlinx.coroutines.flow;

import kotlin.coroutines.Continuation;

public interface FlowCollector<T> {
    Object emit(T value, Continuation<Object> then);
}
