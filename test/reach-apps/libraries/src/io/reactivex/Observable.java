package io.reactivex;

import io.reactivex.functions.Action;
import io.reactivex.functions.Consumer;
import io.reactivex.functions.Function;
import io.reactivex.functions.Predicate;
import java.util.concurrent.Callable;

/** RxJava's signatures; what it does with what it gets is left out. */
public abstract class Observable<T> {
    public static <T> Observable<T> create(ObservableOnSubscribe<T> source) {
        return null;
    }

    public static <T> Observable<T> just(T value) {
        return null;
    }

    public static <T> Observable<T> fromCallable(Callable<? extends T> callable) {
        return null;
    }

    public final <R> Observable<R> map(Function<? super T, ? extends R> function) {
        return null;
    }

    public final Observable<T> filter(Predicate<? super T> predicate) {
        return null;
    }

    public final Observable<T> doOnNext(Consumer<? super T> consumer) {
        return null;
    }

    public final Observable<T> doFinally(Action action) {
        return null;
    }

    public final void subscribe(Consumer<? super T> consumer) {}

    public final void subscribe(Observer<? super T> observer) {}
}
