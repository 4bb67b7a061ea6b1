package kotlinx.coroutines.flow;

public final class FlowKt {
    public static <T> MutableStateFlow<T> state(T value) { return null; }

    public static <T> StateFlow<T> asStateFlow(MutableStateFlow<T> flow) { return flow; }

    public static <T> MutableSharedFlow<T> shared() { return null; }
}
