package androidx.fragment.app;

public abstract class FragmentTransaction {
    public FragmentTransaction replace(int container, Fragment fragment) { return this; }
    public abstract int commit();
}
