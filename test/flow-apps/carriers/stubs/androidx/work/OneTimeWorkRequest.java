package androidx.work;

public final class OneTimeWorkRequest {
    public static final class Builder {
        public Builder(Class<? extends Worker> type) {}

        public Builder setInputData(Data data) { return this; }

        public OneTimeWorkRequest build() { return null; }
    }
}
