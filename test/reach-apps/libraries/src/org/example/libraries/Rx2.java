package org.example.libraries;

import android.app.Activity;
import io.reactivex.Observable;
import io.reactivex.ObservableEmitter;
import io.reactivex.ObservableOnSubscribe;
import io.reactivex.Observer;
import io.reactivex.functions.Action;
import io.reactivex.functions.Consumer;
import io.reactivex.functions.Function;
import io.reactivex.functions.Predicate;
import java.util.concurrent.Callable;
import org.example.reach.Kept;
import org.example.reach.Phone;

final class Rx2 {
    static void drive(Activity host) {
        Observable<String> source = Observable.create(new CreateReached());
        Kept.last = new CreateUnreached();

        Observable.fromCallable(new FromCallableReached());
        Kept.last = new FromCallableUnreached();

        source.map(new MapReached()).subscribe(new EachReached());
        Kept.last = new MapUnreached();
        Kept.last = new EachUnreached();

        source.filter(new FilterReached());
        Kept.last = new FilterUnreached();

        source.doOnNext(new DoOnNextReached());
        Kept.last = new DoOnNextUnreached();

        source.doFinally(new FinallyReached());
        Kept.last = new FinallyUnreached();

        source.subscribe(new ObservedReached());
        Kept.last = new ObservedUnreached();
    }

    static class CreateReached implements ObservableOnSubscribe<String> {
        @Override
        public void subscribe(ObservableEmitter<String> emitter) {
            Phone.it.getDeviceId();
        }
    }

    static class CreateUnreached implements ObservableOnSubscribe<String> {
        @Override
        public void subscribe(ObservableEmitter<String> emitter) {
            Phone.it.getDeviceId();
        }
    }

    static class FromCallableReached implements Callable<String> {
        @Override
        public String call() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class FromCallableUnreached implements Callable<String> {
        @Override
        public String call() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class MapReached implements Function<String, String> {
        @Override
        public String apply(String value) {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class MapUnreached implements Function<String, String> {
        @Override
        public String apply(String value) {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class EachReached implements Consumer<String> {
        @Override
        public void accept(String value) {
            Phone.it.getDeviceId();
        }
    }

    static class EachUnreached implements Consumer<String> {
        @Override
        public void accept(String value) {
            Phone.it.getDeviceId();
        }
    }

    static class FilterReached implements Predicate<String> {
        @Override
        public boolean test(String value) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class FilterUnreached implements Predicate<String> {
        @Override
        public boolean test(String value) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class DoOnNextReached implements Consumer<String> {
        @Override
        public void accept(String value) {
            Phone.it.getDeviceId();
        }
    }

    static class DoOnNextUnreached implements Consumer<String> {
        @Override
        public void accept(String value) {
            Phone.it.getDeviceId();
        }
    }

    static class FinallyReached implements Action {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class FinallyUnreached implements Action {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ObservedReached implements Observer<String> {
        @Override
        public void onNext(String value) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onError(Throwable error) {}

        @Override
        public void onComplete() {}
    }

    static class ObservedUnreached implements Observer<String> {
        @Override
        public void onNext(String value) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onError(Throwable error) {}

        @Override
        public void onComplete() {}
    }
}
