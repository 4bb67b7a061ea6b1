package androidx.lifecycle;

public interface DefaultLifecycleObserver extends LifecycleObserver {
    void onStart(LifecycleOwner owner);
}
