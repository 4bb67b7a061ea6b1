package kotlin;

import kotlin.jvm.functions.Function0;

public final class LazyKt {
    private static final class Made<T> implements Lazy<T> {
        private Function0<? extends T> initializer;
        private T value;

        Made(Function0<? extends T> initializer) {
            this.initializer = initializer;
        }

        @Override
        public T getValue() {
            if (initializer != null) {
                value = initializer.invoke();
                initializer = null;
            }
            return value;
        }
    }

    public static <T> Lazy<T> lazy(Function0<? extends T> initializer) {
        return new Made<T>(initializer);
    }
}
