package io.reactivex;

import io.reactivex.functions.*;
import java.util.concurrent.Callable;

public abstract class Observable<T> {
    public static <T> Observable<T> just(T value) { return null; }
    public static <T> Observable<T> fromCallable(Callable<? extends T> source) { return null; }
    public <R> Observable<R> map(Function<? super T, ? extends R> mapper) { return null; }
    public Object subscribe(Consumer<? super T> next) { return null; }
}
