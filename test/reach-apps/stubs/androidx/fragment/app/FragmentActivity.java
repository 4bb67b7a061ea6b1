package androidx.fragment.app;

public class FragmentActivity extends android.app.Activity implements androidx.lifecycle.LifecycleOwner {
    public FragmentManager getSupportFragmentManager() { return null; }
    @Override public androidx.lifecycle.Lifecycle getLifecycle() { return null; }
}
