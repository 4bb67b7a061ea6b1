package kotlinx.coroutines.flow;

import kotlin.coroutines.Continuation;

public interface StateFlow<T> {
    T getValue();

    Object collect(FlowCollector<? super T> collector, Continuation<Object> then);
}
