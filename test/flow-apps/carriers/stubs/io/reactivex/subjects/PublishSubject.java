package io.reactivex.subjects;

import io.reactivex.Observable;

public final class PublishSubject<T> extends Observable<T> {
    public static <T> PublishSubject<T> create() { return null; }

    public void onNext(T value) {}
}
