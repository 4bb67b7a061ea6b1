/**
 * Objects of the platform and of its libraries that keep one value: who sets it, who gets it, and who is told of it.
 */

/** Binary names of their classes. */
const HOLDER =
  /^(?:java\.util\.concurrent\.atomic\.Atomic(?:Boolean|Integer|Reference)|(?:androidx|android\.arch)\.lifecycle\.(?:Mutable|Mediator)?LiveData|kotlinx\.coroutines\.flow\.(?:Mutable)?StateFlow|(?:androidx\.)?(?:android\.)?databinding\.Observable(?:Boolean|Int|Field)|androidx\.compose\.runtime\.(?:Mutable)?State|(?:io\.reactivex\.(?:rxjava3\.)?subjects|rx\.subjects)\.BehaviorSubject)$/;

/** Those of which the value can only be read. */
const READ_ONLY = /\.(?:LiveData|StateFlow|State)$/;

export function isHolder(className: string): boolean {
  return HOLDER.test(className);
}

export function isReadOnlyHolder(className: string): boolean {
  return READ_ONLY.test(className);
}

/** What a member of such an object does. */
export type HolderUse = 'get' | 'set' | 'observe' | 'make' | 'same' | null;

const USES: ReadonlyMap<string, HolderUse> = new Map<string, HolderUse>([
  ['get', 'get'],
  ['getValue', 'get'],
  ['getPlain', 'get'],
  ['getAcquire', 'get'],
  ['set', 'set'],
  ['setValue', 'set'],
  ['postValue', 'set'],
  ['lazySet', 'set'],
  ['setPlain', 'set'],
  ['setRelease', 'set'],
  ['getAndSet', 'set'],
  ['compareAndSet', 'set'],
  ['weakCompareAndSet', 'set'],
  ['tryEmit', 'set'],
  ['emit', 'set'],
  ['onNext', 'set'],
  ['incrementAndGet', 'set'],
  ['getAndIncrement', 'set'],
  ['observe', 'observe'],
  ['observeForever', 'observe'],
  ['<init>', 'make'],
]);

/** Functions of Kotlin that make such an object of its value, or give it to be read only. */
const FUNCTIONS: ReadonlyMap<string, HolderUse> = new Map<string, HolderUse>([
  ['MutableStateFlow', 'make'],
  ['mutableStateOf$default', 'make'],
  ['mutableStateOf', 'make'],
  ['createDefault', 'make'],
  ['asStateFlow', 'same'],
]);

/** @param className binary name of the class that a call names */
export function holderUse(className: string, name: string): HolderUse {
  if (HOLDER.test(className)) return USES.get(name) ?? FUNCTIONS.get(name) ?? null;
  return /^(?:kotlinx\.coroutines\.flow\.|androidx\.compose\.runtime\.Snapshot)/.test(className)
    ? (FUNCTIONS.get(name) ?? null)
    : null;
}
