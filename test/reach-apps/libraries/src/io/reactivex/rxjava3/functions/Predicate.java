package io.reactivex.rxjava3.functions;

public interface Predicate<T> {
    boolean test(T value) throws Exception;
}
