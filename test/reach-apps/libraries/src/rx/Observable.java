package rx;

import rx.functions.Action1;

/** RxJava 1's signatures. */
public class Observable<T> {
    public static <T> Observable<T> create(OnSubscribe<T> source) {
        return null;
    }

    public final void subscribe(Action1<? super T> action) {}

    public interface OnSubscribe<T> extends Action1<Subscriber<? super T>> {}
}
