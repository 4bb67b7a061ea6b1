package io.reactivex;

public interface ObservableEmitter<T> {
    void onNext(T value);

    void setTag(Object tag);
}
