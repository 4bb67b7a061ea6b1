package java.util.concurrent;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

public abstract class CompletableFuture<T> implements Future<T> {
    public static native <U> CompletableFuture<U> supplyAsync(Supplier<U> supplier);

    public static native CompletableFuture<Void> runAsync(Runnable task);

    public native <U> CompletableFuture<U> thenApply(Function<? super T, ? extends U> function);

    public native CompletableFuture<Void> thenAccept(Consumer<? super T> consumer);

    public native CompletableFuture<Void> thenRun(Runnable task);

    public native CompletableFuture<T> whenComplete(BiConsumer<? super T, ? super Throwable> consumer);
}
