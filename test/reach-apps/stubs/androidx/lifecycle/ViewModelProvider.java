package androidx.lifecycle;

public class ViewModelProvider {
    public ViewModelProvider(LifecycleOwner owner) {}
    public <T extends ViewModel> T get(Class<T> model) { return null; }
}
