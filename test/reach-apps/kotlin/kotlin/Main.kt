package org.example.kotlin

import android.app.Activity
import android.os.Bundle
import android.os.Handler
import android.os.Looper
import android.view.View
import android.widget.Button
import org.example.reach.Phone

class Main : Activity() {
    private val lazyReached by lazy { LazyReached() }
    private val lazyUnreached by lazy { LazyUnreached() }
    private val screen = Screen()

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        lambdas()
        singletons()
        defaults()
        Sealed.handle(Sealed.Event.Tapped(RunReached()))
        extensions()
        delegation()
        Coroutines(this).start()
        Answers(this).ask()
        screen.open()
        lazyReached.read()
    }

    private fun lambdas() {
        Handler(Looper.getMainLooper()).post { reachedInPosted() }
        Button(this).setOnClickListener { reachedOnClick() }
        val idle = View.OnClickListener { unreachedOnClick() }
        Kept.last = idle
        val read: () -> Unit = { reachedByInvoke() }
        read()
        val never: () -> Unit = { unreachedByInvoke() }
        Kept.last = never
        listOf("a").forEach { reachedInForEach() }
        perform("x") { reachedByHigherOrder(it) }
        val sorter = Comparator<String> { a, b -> reachedInComparator(); a.compareTo(b) }
        sorter.compare("a", "b")
        val check = Check { reachedInFunInterface() }
        check.run()
        val unchecked = Check { unreachedInFunInterface() }
        Kept.last = unchecked
        val reference = ::reachedByReference
        reference()
        val bound = Bound()::reachedByBoundReference
        bound()
        Kept.last = Bound()::unreachedByBoundReference
        inlined { reachedInInlined() }
        RunReached().let { it.run() }
        RunReached().apply { run() }.also { it.run() }
        Captured(RunReached()).go { it.run() }
        Captured(CapturedUnreached()).go { }
        thread { reachedInThread() }
    }

    private fun perform(text: String, action: (String) -> Unit) = action(text)

    private inline fun inlined(block: () -> Unit) = block()

    private fun singletons() {
        Registry.add(RegistryReached())
        Registry.runAll()
        Other.add(OtherUnreached())
        Maker.create().run()
    }

    private fun defaults() {
        withDefault()
        withDefault(action = DefaultReached())
        Options().run()
    }

    private fun withDefault(text: String = "a", action: Runnable = RunReached()) {
        if (text.isNotEmpty()) action.run()
    }

    private fun extensions() {
        DataReached().extended()
        val (first, second) = Both(ComponentReached(), ComponentUnreached())
        first.run()
        Kept.last = second
        val copy = Both(CopyReached(), RunReached()).copy(second = CopyUnreached())
        copy.first.run()
    }

    private fun delegation() {
        Delegating(DelegateReached()).read()
        Kept.last = Delegating(DelegateUnreached())
        val holder = Watched()
        holder.value = 1
    }

    private fun reachedInPosted() { Phone.it.deviceId }
    private fun reachedOnClick() { Phone.it.deviceId }
    private fun unreachedOnClick() { Phone.it.deviceId }
    private fun reachedByInvoke() { Phone.it.deviceId }
    private fun unreachedByInvoke() { Phone.it.deviceId }
    private fun reachedInForEach() { Phone.it.deviceId }
    private fun reachedByHigherOrder(text: String) { if (text != "") Phone.it.deviceId }
    private fun reachedInComparator() { Phone.it.deviceId }
    private fun reachedInFunInterface() { Phone.it.deviceId }
    private fun unreachedInFunInterface() { Phone.it.deviceId }
    private fun reachedByReference() { Phone.it.deviceId }
    private fun reachedInInlined() { Phone.it.deviceId }
    private fun reachedInThread() { Phone.it.deviceId }
}

fun interface Check { fun run() }

class Bound {
    fun reachedByBoundReference() { Phone.it.deviceId }
    fun unreachedByBoundReference() { Phone.it.deviceId }
}

fun thread(block: () -> Unit) = Thread { block() }.start()

class Captured(private val task: Runnable) {
    fun go(with: (Runnable) -> Unit) = with(task)
}

object Kept { var last: Any? = null }

open class Tasks {
    private val tasks = mutableListOf<Runnable>()
    fun add(task: Runnable) { tasks += task }
    fun runAll() = tasks.forEach { it.run() }
}

object Registry : Tasks()
object Other : Tasks()

class Maker private constructor() : Runnable {
    override fun run() { MakerReached().read() }
    companion object { fun create(): Runnable = Maker() }
}

class MakerReached { fun read() { Phone.it.deviceId } }

class Options(private val action: Runnable = OptionReached(), private val unused: Runnable? = null) {
    fun run() = action.run()
    fun runUnused() = unused?.run()
}

object Sealed {
    sealed class Event {
        class Tapped(val task: Runnable) : Event()
        class Never(val task: Runnable) : Event()
    }

    fun handle(event: Event) = when (event) {
        is Event.Tapped -> event.task.run()
        is Event.Never -> SealedUnreached(event).read()
    }
}

class SealedUnreached(private val event: Sealed.Event) { fun read() { if (event is Sealed.Event.Never) event.task.run() } }

fun DataReached.extended() = read()

data class Both(val first: Runnable, val second: Runnable)

interface Source { fun read() }
class DelegateReached : Source { override fun read() { Phone.it.deviceId } }
class DelegateUnreached : Source { override fun read() { Phone.it.deviceId } }
class Delegating(source: Source) : Source by source

class Watched {
    var value: Int by kotlin.properties.Delegates.observable(0) { _, _, _ -> reachedOnChange() }
    private fun reachedOnChange() { Phone.it.deviceId }
}

class Screen {
    private var listener: (() -> Unit)? = null
    private val model = Model()
    fun open() {
        listener = { reachedByListener() }
        model.load { reachedByCallback() }
        listener?.invoke()
    }
    fun never() { model.load { unreachedByCallback() } }
    private fun reachedByListener() { Phone.it.deviceId }
    private fun reachedByCallback() { Phone.it.deviceId }
    private fun unreachedByCallback() { Phone.it.deviceId }
}

class Model {
    fun load(done: () -> Unit) = Handler(Looper.getMainLooper()).postDelayed({ done() }, 10)
}

class LazyReached { fun read() { Phone.it.deviceId } }
class LazyUnreached { init { Phone.it.deviceId } }
class DataReached { fun read() { Phone.it.deviceId } }
class RunReached : Runnable { override fun run() { Phone.it.deviceId } }
class CapturedUnreached : Runnable { override fun run() { Phone.it.deviceId } }
class RegistryReached : Runnable { override fun run() { Phone.it.deviceId } }
class OtherUnreached : Runnable { override fun run() { Phone.it.deviceId } }
class DefaultReached : Runnable { override fun run() { Phone.it.deviceId } }
class OptionReached : Runnable { override fun run() { Phone.it.deviceId } }
class ComponentReached : Runnable { override fun run() { Phone.it.deviceId } }
class ComponentUnreached : Runnable { override fun run() { Phone.it.deviceId } }
class CopyReached : Runnable { override fun run() { Phone.it.deviceId } }
class CopyUnreached : Runnable { override fun run() { Phone.it.deviceId } }
