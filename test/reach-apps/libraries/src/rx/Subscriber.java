package rx;

public abstract class Subscriber<T> {
    public abstract void onNext(T value);
}
