package androidx.lifecycle;

import java.util.ArrayList;
import java.util.List;

/** As the library has it, in short. */
public abstract class LiveData<T> {
    private final List<Observer<? super T>> observers = new ArrayList<Observer<? super T>>();
    private volatile Object data;

    public void observeForever(Observer<? super T> observer) {
        observers.add(observer);
        if (data != null) notice(observer);
    }

    @SuppressWarnings("unchecked")
    private void notice(Observer<? super T> observer) {
        observer.onChanged((T) data);
    }

    protected void postValue(final T value) {
        new android.os.Handler().post(new Runnable() {
            @Override
            public void run() {
                setValue(value);
            }
        });
    }

    protected void setValue(T value) {
        data = value;
        for (Observer<? super T> each : observers) notice(each);
    }
}
