package org.example.kotlin

import android.content.Context
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import org.example.reach.Phone

/** The user's answer, which is read in another thread. */
class Answers(private val context: Context) {
    private val main = CoroutineScope(Dispatchers.IO)
    private val kept get() = context.getSharedPreferences("answers", 0)

    private suspend fun isAgreed(): Boolean = withContext(Dispatchers.IO) { kept.getBoolean("agreed", false) }

    private suspend fun isDark(): Boolean = withContext(Dispatchers.IO) { kept.getBoolean("dark", false) }

    fun ask() {
        main.launch {
            if (isAgreed()) reachedLateByAnswer()
            reachedEarlyPastAnswer()
        }
        main.launch {
            if (!isAgreed()) return@launch
            reachedLateWithoutReturn()
        }
        main.launch {
            if (isDark()) reachedEarlyByTheme()
        }
    }

    private fun reachedLateByAnswer() { Phone.it.deviceId }
    private fun reachedEarlyPastAnswer() { Phone.it.deviceId }
    private fun reachedLateWithoutReturn() { Phone.it.deviceId }
    private fun reachedEarlyByTheme() { Phone.it.deviceId }
}
