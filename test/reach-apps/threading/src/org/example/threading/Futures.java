package org.example.threading;

import android.app.Activity;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.example.reach.Kept;
import org.example.reach.Phone;

final class Futures {
    static void drive(Activity host) {
        CompletableFuture<String> future = CompletableFuture.supplyAsync(new SupplyAsyncReached());
        Kept.last = new SupplyAsyncUnreached();

        CompletableFuture.runAsync(new RunAsyncReached());
        Kept.last = new RunAsyncUnreached();

        future.thenApply(new ThenApplyReached());
        Kept.last = new ThenApplyUnreached();

        future.thenAccept(new ThenAcceptReached());
        Kept.last = new ThenAcceptUnreached();

        future.thenRun(new ThenRunReached());
        Kept.last = new ThenRunUnreached();

        future.whenComplete(new WhenCompleteReached());
        Kept.last = new WhenCompleteUnreached();
    }

    static class SupplyAsyncReached implements Supplier<String> {
        @Override
        public String get() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class SupplyAsyncUnreached implements Supplier<String> {
        @Override
        public String get() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class RunAsyncReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class RunAsyncUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ThenApplyReached implements Function<String, String> {
        @Override
        public String apply(String value) {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class ThenApplyUnreached implements Function<String, String> {
        @Override
        public String apply(String value) {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class ThenAcceptReached implements Consumer<String> {
        @Override
        public void accept(String value) {
            Phone.it.getDeviceId();
        }
    }

    static class ThenAcceptUnreached implements Consumer<String> {
        @Override
        public void accept(String value) {
            Phone.it.getDeviceId();
        }
    }

    static class ThenRunReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ThenRunUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class WhenCompleteReached implements BiConsumer<String, Throwable> {
        @Override
        public void accept(String value, Throwable error) {
            Phone.it.getDeviceId();
        }
    }

    static class WhenCompleteUnreached implements BiConsumer<String, Throwable> {
        @Override
        public void accept(String value, Throwable error) {
            Phone.it.getDeviceId();
        }
    }
}
