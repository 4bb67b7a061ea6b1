@file:JvmName("BuildersKt")
package kotlinx.coroutines

import kotlin.coroutines.CoroutineContext
import kotlin.coroutines.EmptyCoroutineContext

interface Job
interface Deferred<T> : Job
enum class CoroutineStart { DEFAULT }
interface CoroutineScope { val coroutineContext: CoroutineContext }
abstract class CoroutineDispatcher : kotlin.coroutines.AbstractCoroutineContextElement(kotlin.coroutines.ContinuationInterceptor)
object Dispatchers {
    @JvmStatic val IO: CoroutineDispatcher get() = error("stub")
    @JvmStatic val Main: CoroutineDispatcher get() = error("stub")
}
fun CoroutineScope.launch(context: CoroutineContext = EmptyCoroutineContext, start: CoroutineStart = CoroutineStart.DEFAULT, block: suspend CoroutineScope.() -> Unit): Job = error("stub")
fun <T> CoroutineScope.async(context: CoroutineContext = EmptyCoroutineContext, start: CoroutineStart = CoroutineStart.DEFAULT, block: suspend CoroutineScope.() -> T): Deferred<T> = error("stub")
suspend fun <T> withContext(context: CoroutineContext, block: suspend CoroutineScope.() -> T): T = error("stub")
