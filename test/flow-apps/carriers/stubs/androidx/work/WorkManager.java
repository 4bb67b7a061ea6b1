package androidx.work;

public abstract class WorkManager {
    public static WorkManager getInstance() { return null; }

    public abstract void enqueue(OneTimeWorkRequest request);
}
