package androidx.databinding;

public abstract class ViewDataBinding {
    protected abstract void executeBindings();

    public void unbind() {}
}
