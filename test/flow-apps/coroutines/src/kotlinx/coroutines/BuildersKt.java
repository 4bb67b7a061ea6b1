package kotlinx.coroutines;

import kotlin.coroutines.Continuation;
import kotlin.jvm.functions.Function2;

/** Stands for the library in an app that carries it along. */
public final class BuildersKt {
    private BuildersKt() {}

    public static Object withContext(Object context, Function2<?, ?, ?> block, Continuation<?> completion) {
        new Tasks(block);
        return Tasks.runAll();
    }

    public static Deferred<Object> async(Object scope, Object context, Object start, Function2<?, ?, ?> block) {
        return new Tasks(block);
    }
}
