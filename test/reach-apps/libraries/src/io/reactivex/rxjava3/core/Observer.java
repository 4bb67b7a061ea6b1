package io.reactivex.rxjava3.core;

public interface Observer<T> {
    void onNext(T value);

    void onError(Throwable error);

    void onComplete();
}
