package kotlinx.coroutines.flow;

import kotlin.coroutines.Continuation;

public interface MutableSharedFlow<T> extends FlowCollector<T> {
    boolean tryEmit(T value);

    Object collect(FlowCollector<? super T> collector, Continuation<Object> then);
}
