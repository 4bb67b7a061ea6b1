package androidx.work;

public abstract class Worker extends ListenableWorker {
    public abstract Result doWork();
}
