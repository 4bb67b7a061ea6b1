package rx.functions;

public interface Action1<T> {
    void call(T value);
}
