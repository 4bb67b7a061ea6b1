package io.reactivex.rxjava3.core;

public interface ObservableEmitter<T> {
    void onNext(T value);
}
