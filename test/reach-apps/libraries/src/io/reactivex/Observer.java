package io.reactivex;

public interface Observer<T> {
    void onNext(T value);

    void onError(Throwable error);

    void onComplete();
}
