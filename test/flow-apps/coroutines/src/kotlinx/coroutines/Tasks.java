package kotlinx.coroutines;

import java.util.ArrayList;
import java.util.List;
import kotlin.coroutines.Continuation;
import kotlin.jvm.functions.Function2;

/** One queue for the blocks of the whole app, as a dispatcher has it: all outcomes pass through the same place. */
final class Tasks implements Deferred<Object>, Continuation<Object> {
    private static final List<Tasks> waiting = new ArrayList<Tasks>();
    private static Object outcome;

    private final Function2<Object, Object, Object> block;

    @SuppressWarnings("unchecked")
    Tasks(Function2<?, ?, ?> block) {
        this.block = (Function2<Object, Object, Object>) block;
        waiting.add(this);
    }

    static Object runAll() {
        for (Tasks each : waiting) each.resumeWith(each.block.invoke(null, each));
        return outcome;
    }

    @Override
    public void resumeWith(Object result) {
        outcome = result;
    }

    @Override
    public Object await(Continuation<? super Object> completion) {
        return runAll();
    }
}
