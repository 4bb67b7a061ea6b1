package org.example.kotlin

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import org.example.reach.Phone

class Coroutines(private val scope: Any) {
    private val main = CoroutineScope(Dispatchers.IO)

    fun start() {
        main.launch { reachedInLaunch() }
        main.launch(Dispatchers.IO) {
            withContext(Dispatchers.IO) { reachedInContext() }
            load()
            numbers().collect { reachedInCollect(it) }
        }
        main.async { reachedInAsync() }
        val idle: suspend () -> Unit = { unreachedInIdle() }
        Kept.last = idle
        Kept.last = unused()
    }

    private suspend fun load(): String {
        withContext(Dispatchers.IO) { reachedInSuspend() }
        return "done"
    }

    private fun numbers(): Flow<Int> = flow {
        reachedInFlow()
        emit(1)
    }

    private fun unused(): Flow<Int> = flow { unreachedInFlow(); emit(2) }

    private suspend fun never() { withContext(Dispatchers.IO) { unreachedInSuspend() } }

    private fun reachedInLaunch() { Phone.it.deviceId }
    private fun reachedInContext() { Phone.it.deviceId }
    private fun reachedInSuspend() { Phone.it.deviceId }
    private fun reachedInCollect(n: Int) { if (n > 0) Phone.it.deviceId }
    private fun reachedInAsync() { Phone.it.deviceId }
    private fun reachedInFlow() { Phone.it.deviceId }
    private fun unreachedInIdle() { Phone.it.deviceId }
    private fun unreachedInFlow() { Phone.it.deviceId }
    private fun unreachedInSuspend() { Phone.it.deviceId }
}
