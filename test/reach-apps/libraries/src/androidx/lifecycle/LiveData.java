package androidx.lifecycle;

public abstract class LiveData<T> {
    public void observe(Object owner, Observer<? super T> observer) {}

    public void removeObserver(Observer<? super T> observer) {}
}
