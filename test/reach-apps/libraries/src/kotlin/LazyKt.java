package kotlin;

import kotlin.jvm.functions.Function0;

public final class LazyKt {
    private LazyKt() {}

    public static <T> Object lazy(Function0<? extends T> initialiser) {
        return null;
    }
}
