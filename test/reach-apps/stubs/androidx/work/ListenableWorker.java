package androidx.work;

public abstract class ListenableWorker {
    public void onStopped() {}

    public abstract static class Result {
        public static Result success() { return null; }
    }
}
