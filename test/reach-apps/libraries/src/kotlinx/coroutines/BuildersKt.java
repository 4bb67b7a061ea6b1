package kotlinx.coroutines;

import kotlin.jvm.functions.Function2;

/** The signatures of kotlinx.coroutines that compiled Kotlin calls, with objects for scope, context and start. */
public final class BuildersKt {
    private BuildersKt() {}

    public static Object launch$default(Object scope, Object context, Object start, Function2<?, ?, ?> block, int mask, Object marker) {
        return null;
    }

    public static Object withContext(Object context, Function2<?, ?, ?> block, Object continuation) {
        return null;
    }

    public static Object runBlocking(Object context, Function2<?, ?, ?> block) {
        return null;
    }
}
