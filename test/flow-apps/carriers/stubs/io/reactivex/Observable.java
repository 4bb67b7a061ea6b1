package io.reactivex;

import io.reactivex.functions.Consumer;

public abstract class Observable<T> {
    public static <T> Observable<T> create(ObservableOnSubscribe<T> source) { return null; }

    public Object subscribe(Consumer<? super T> next) { return null; }
}
