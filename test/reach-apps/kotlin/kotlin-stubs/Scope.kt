@file:JvmName("CoroutineScopeKt")
package kotlinx.coroutines

import kotlin.coroutines.CoroutineContext

fun CoroutineScope(context: CoroutineContext): CoroutineScope = error("stub")
