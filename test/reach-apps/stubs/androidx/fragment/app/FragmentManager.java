package androidx.fragment.app;

public abstract class FragmentManager {
    public FragmentTransaction beginTransaction() { return null; }
}
