package org.example.carriers;

import android.util.Log;
import androidx.work.Data;
import androidx.work.OneTimeWorkRequest;
import androidx.work.WorkManager;
import androidx.work.Worker;
import io.reactivex.Observable;
import io.reactivex.ObservableEmitter;
import io.reactivex.ObservableOnSubscribe;
import io.reactivex.functions.Consumer;
import io.reactivex.subjects.PublishSubject;
import java.util.Observer;
import kotlin.coroutines.Continuation;
import kotlinx.coroutines.flow.FlowCollector;
import kotlinx.coroutines.flow.FlowKt;
import kotlinx.coroutines.flow.MutableSharedFlow;
import kotlinx.coroutines.flow.MutableStateFlow;
import kotlinx.coroutines.flow.StateFlow;

/** Values that are given out as elements of a stream of them. */
class Streams {
    private final PublishSubject<String> loud = PublishSubject.create();
    private final PublishSubject<String> quiet = PublishSubject.create();
    private final MutableStateFlow<String> state = FlowKt.state("");
    private final MutableStateFlow<String> hidden = FlowKt.state("");
    private final StateFlow<String> open = FlowKt.asStateFlow(state);
    private final MutableSharedFlow<String> events = FlowKt.shared();
    private final MutableSharedFlow<String> ignored = FlowKt.shared();

    static class Logs implements Consumer<String> {
        @Override public void accept(String value) { Log.d("t", value); }
    }

    static class Counts implements Consumer<String> {
        private int count;

        @Override public void accept(String value) { count += value == null ? 0 : 1; }
    }

    static class Collects implements FlowCollector<String> {
        @Override public Object emit(String value, Continuation<Object> then) { return Log.d("t", value); }
    }

    static class Drops implements FlowCollector<String> {
        @Override public Object emit(String value, Continuation<Object> then) { return then; }
    }

    Streams() {
        loud.subscribe(new Logs());
        quiet.subscribe(new Counts());
        open.collect(new Collects(), null);
        hidden.collect(new Drops(), null);
        events.collect(new Collects(), null);
        ignored.collect(new Drops(), null);
        Model.TOLD.addObserver(new Observer() {
            @Override public void update(java.util.Observable model, Object value) { Log.d("t", String.valueOf(value)); }
        });
        Model.SILENT.addObserver(new Observer() {
            @Override public void update(java.util.Observable model, Object value) { Log.d("t", "changed"); }
        });
    }

    static class Model extends java.util.Observable {
        static final Model TOLD = new Model();
        static final Model SILENT = new Model();

        void tell(String value) {
            setChanged();
            notifyObservers(value);
        }
    }

    static class Source implements ObservableOnSubscribe<String> {
        @Override public void subscribe(ObservableEmitter<String> emitter) { sentEmitted(emitter); }

        private void sentEmitted(ObservableEmitter<String> emitter) { emitter.onNext(Main.phone.getDeviceId()); }
    }

    static class Silence implements ObservableOnSubscribe<String> {
        @Override public void subscribe(ObservableEmitter<String> emitter) { keptEmitted(emitter); }

        private void keptEmitted(ObservableEmitter<String> emitter) {
            emitter.onNext(Main.phone.getDeviceId() == null ? "none" : "some");
        }
    }

    void sentEmitter() { Observable.create(new Source()).subscribe(new Logs()); }

    void keptEmitter() { Observable.create(new Silence()).subscribe(new Logs()); }

    /** What listens keeps the emitter, and is called by the platform. */
    private static void give(final ObservableEmitter<String> emitter) {
        new Thread() {
            @Override public void run() { sentFromThread(); }

            private void sentFromThread() { emitter.onNext(Main.phone.getDeviceId()); }
        }.start();
    }

    private static void keep(final ObservableEmitter<String> emitter) {
        new Thread() {
            @Override public void run() { keptFromThread(); }

            private void keptFromThread() { emitter.onNext("" + (Main.phone.getDeviceId() == null)); }
        }.start();
    }

    void sentLater() {
        Observable.create(new ObservableOnSubscribe<String>() {
            @Override public void subscribe(ObservableEmitter<String> emitter) { give(emitter); }
        }).subscribe(new Logs());
    }

    void keptLater() {
        Observable.create(new ObservableOnSubscribe<String>() {
            @Override public void subscribe(ObservableEmitter<String> emitter) { keep(emitter); }
        }).subscribe(new Logs());
    }

    void sentSubject() { loud.onNext(Main.phone.getDeviceId()); }

    void keptSubject() { quiet.onNext(Main.phone.getDeviceId()); }

    void sentObservable() { Model.TOLD.tell(Main.phone.getDeviceId()); }

    void keptObservable() { Model.SILENT.tell(Main.phone.getDeviceId()); }

    void sentStateFlow() { state.setValue(Main.phone.getDeviceId()); }

    void keptStateFlow() { hidden.setValue(Main.phone.getDeviceId()); }

    void sentSharedFlow() { events.tryEmit(Main.phone.getDeviceId()); }

    void keptSharedFlow() { ignored.tryEmit(Main.phone.getDeviceId()); }

    static class Upload extends Worker {
        @Override public Object doWork() { return Log.d("t", getInputData().getString("loud")); }
    }

    void sentWork() { work("loud", Main.phone.getDeviceId()); }

    void keptWork() {
        Data data = new Data.Builder().putString("quiet", Main.phone.getDeviceId()).build();
        WorkManager.getInstance().enqueue(new OneTimeWorkRequest.Builder(Upload.class).setInputData(data).build());
    }

    private void work(String key, String value) {
        Data data = new Data.Builder().putString("loud", value).build();
        WorkManager.getInstance().enqueue(new OneTimeWorkRequest.Builder(Upload.class).setInputData(data).build());
    }
}
