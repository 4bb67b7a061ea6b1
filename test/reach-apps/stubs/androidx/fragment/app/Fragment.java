package androidx.fragment.app;

public class Fragment {
    public void onResume() {}
}
