package androidx.work;

public abstract class Worker {
    public Data getInputData() { return null; }

    public abstract Object doWork();
}
