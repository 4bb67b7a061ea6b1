package androidx.work;

public abstract class ListenableWorker {
    public abstract static class Result {}
}
