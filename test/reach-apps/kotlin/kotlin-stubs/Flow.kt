@file:JvmName("FlowKt")
package kotlinx.coroutines.flow

fun interface FlowCollector<in T> { suspend fun emit(value: T) }
interface Flow<out T> { suspend fun collect(collector: FlowCollector<T>) }
fun <T> flow(block: suspend FlowCollector<T>.() -> Unit): Flow<T> = error("stub")
