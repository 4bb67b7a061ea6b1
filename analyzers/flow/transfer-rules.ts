/**
 * How members of the platform pass values on, by name and declaring class, where this is not as members usually do:
 * a result comes of the receiver and the arguments, and a member named like a setter puts its arguments into the
 * receiver (Java SE and Android API references).
 */

/** Members that put something into their receiver, by the beginning of their names. */
const PUTS =
  /^(?:<init>|append|add|put|set|insert|write|offer|push|enqueue|accumulate|print|printf|println|format|update|join|concat|with|header|param|query|field|body|data|extra|post|emit|copy|replace|fill|load|read|unread|log|accept|onNext|tryEmit|notify|complete|send|store|name|value|beginObject|encode|command|unmarshall)(?![a-z])/;

/** Members whose result measures, compares or finds rather than holds what they are called on or given. */
const MEASURES =
  /^(?:length|size|count|capacity|hashCode|indexOf|lastIndexOf|compareTo|compare|compareToIgnoreCase|getClass|ordinal|position|limit|remaining|available|getCount|getColumnIndex|getColumnIndexOrThrow|getColumnCount|getPosition|describeContents|getItemCount|getChildCount|bitCount|signum|identityHashCode|currentTimeMillis|nanoTime|elapsedRealtime|getId|getResources|getPackageManager|getContentResolver|getSystemService|getApplicationContext|getContext|getBaseContext|getActivity|getMainLooper|getLooper|getAssets|getTheme|getWindow|getWindowManager|getLayoutInflater|getFragmentManager|getSupportFragmentManager|getAction|getFlags|getComponent|getParent|getSharedPreferences|getDir|getFilesDir|getCacheDir|getExternalFilesDir|getDatabasePath|v|d|i|w|e|wtf)$/;

/** Classes of the platform that stand for the screen or for the app as a whole: nothing is followed through them. */
const SURROUNDINGS =
  /^(?:android\.(?:app\.(?!Notification|RemoteInput|PendingIntent|Person)|view\.|widget\.|graphics\.(?!Bitmap)|content\.(?:Context|ContextWrapper|ContentResolver|res\.|pm\.PackageManager)$|content\.res\.|os\.(?:Looper|HandlerThread|PowerManager|Vibrator|StrictMode)$|animation\.|transition\.|preference\.|(?:accounts|bluetooth|hardware|location|media|net|nfc|os|telephony)\.(?:\w+\.)*\w*Manager$|media\.MediaPlayer$)|androidx\.(?!collection\.|core\.util\.|lifecycle\.(?:Mutable)?LiveData|work\.Data)|com\.google\.android\.material\.|java\.lang\.(?:Class|ClassLoader|System|Runtime)$|java\.util\.(?:concurrent\.(?:Executor|ExecutorService|ThreadPoolExecutor|Executors|CountDownLatch)|Timer|Random|Locale)$|java\.util\.concurrent\.locks\.|java\.io\.File$|org\.xmlpull\.)/;

/**
 * Packages that ship inside apps as the platform does outside of them: their classes are taken as the platform's. All
 * values that coroutines give pass through the same few places of their library.
 */
const AS_PLATFORM =
  /^(?:androidx\.(?!lifecycle\.|work\.|concurrent\.|loader\.|localbroadcastmanager\.|activity\.result\.|arch\.)|android\.support\.|com\.google\.android\.material\.|kotlinx?\.coroutines\.)/;

/** Whether a class of the platform stands for the screen or for the app as a whole. @param owner its binary name */
export function isSurroundings(owner: string): boolean {
  return SURROUNDINGS.test(owner);
}

/** @param owner binary name of a class of the build */
export function isAsPlatform(owner: string): boolean {
  return AS_PLATFORM.test(owner);
}

/** Classes by whose objects one part of an app hands values to another, whichever of them came first. */
const CHANNEL =
  /^(?:androidx|android\.arch)\.lifecycle\.(?:Mutable|Mediator)?LiveData$|^java\.util\.concurrent\.(?:\w*(?:Queue|Deque)|Exchanger|CompletableFuture|atomic\.AtomicReference)$|^(?:(?:io\.reactivex|rx)\..*|com\.jakewharton\.rxrelay\d?\.\w*)(?:Subject|Processor|Relay)$|^kotlinx\.coroutines\.(?:flow\.Mutable\w+Flow|channels\.\w*Channel)$/;

/** @param owner binary name of a class of the platform or of a library */
export function isChannel(owner: string): boolean {
  return CHANNEL.test(owner);
}

/** Types of what code is given by which it makes up what comes out of a call: the elements of a stream of them. */
const EMITTER =
  /^(?:io\.reactivex\.(?:rxjava3\.core\.)?(?:\w*Emitter|Observer|\w+Observer)|rx\.(?:\w*Emitter|Observer|Subscriber)|org\.reactivestreams\.Subscriber|kotlinx\.coroutines\.(?:flow\.FlowCollector|channels\.(?:ProducerScope|SendChannel))|kotlin\.sequences\.SequenceScope)$/;

/** @param owner binary name of a class of the platform or of a library */
export function isEmitter(owner: string): boolean {
  return EMITTER.test(owner);
}

/** Classes that hand what they are given to someone else, and keep nothing of it. */
const DISPATCHERS = /^android\.os\.(?:Handler|Messenger)$/;

/** Classes by which what stands at an address is read. */
const RESOLVER = /^android\.(?:content\.Content(?:Resolver|ProviderClient)|app\.Activity)$/;
const READS_AT =
  /^(?:query|managedQuery|openInputStream|openFileDescriptor|openAssetFileDescriptor|openTypedAssetFileDescriptor|openFile|openAssetFile|openTypedAssetFile|loadThumbnail)$/;

/** Class of the messages by which threads call each other: what is in one field is not in another. */
export const MESSAGE = 'android.os.Message';

/** Types that do something, rather than hold data. */
const MACHINERY =
  /^(?:java\.lang\.(?:Runnable|Thread|ThreadLocal|ThreadGroup)|java\.lang\.ref\.\w+|java\.util\.(?:Queue|Deque|EventListener)|java\.util\.concurrent\.(?:Callable|Executor|Future|ThreadFactory|locks\.\w+)|android\.os\.(?:Handler|Handler\$Callback|IBinder|Messenger|ResultReceiver))$/;

/** @param owner binary name of a class */
export function isMachinery(owner: string): boolean {
  return MACHINERY.test(owner);
}

/** Text fields keep what they show. */
const TEXT_FIELD = /^android\.widget\.(?:TextView|EditText|Button)$/;

/** Pairs of members by which values are put and got by a constant key; the positions are those of key and value. */
interface Keyed {
  classes: RegExp;
  put: RegExp;
  get: RegExp;
  /** What comes out may be of another class than what went in. */
  converts?: true;
}

const KEYED: readonly Keyed[] = [
  {
    classes:
      /^(?:java\.util\.(?:\w*Map|Hashtable|Dictionary)|java\.util\.concurrent\.Concurrent\w*Map|androidx\.collection\.ArrayMap|android\.util\.ArrayMap)$/,
    put: /^(?:put|putIfAbsent|replace)$/,
    get: /^(?:get|getOrDefault|remove)$/,
  },
  { classes: /^java\.util\.Properties$/, put: /^(?:setProperty|put)$/, get: /^(?:getProperty|get)$/ },
  {
    classes:
      /^android\.(?:os\.(?:Base|Persistable)?Bundle|content\.Intent|content\.ContentValues)$|^androidx\.work\.Data(?:\$Builder)?$/,
    put: /^put(?!All|Extras)/,
    get: /^(?:get(?!Extras$|Action$|Data$|Type$)|remove)/,
  },
  {
    classes: /^(?:org\.json\.JSONObject|com\.alibaba\.fastjson2?\.JSONObject|com\.google\.gson\.JsonObject)$/,
    put: /^(?:put|putOpt|add|addProperty|fluentPut)$/,
    get: /^(?:get|opt|remove)/,
    converts: true,
  },
  { classes: /^android\.content\.SharedPreferences\$Editor$/, put: /^put/, get: /^$/ },
  { classes: /^android\.content\.SharedPreferences$/, put: /^$/, get: /^get/ },
  {
    classes: /^(?:android\.util\.(?:Sparse\w*|LongSparse\w*)|androidx\.collection\.\w*Sparse\w*)$/,
    put: /^(?:put|append)$/,
    get: /^(?:get|valueAt)$/,
  },
  {
    classes: /^com\.facebook\.react\.bridge\.(?:Writable|Readable|Java\w*|WritableNative)Map$/,
    put: /^put/,
    get: /^get/,
  },
];

/** What a member of the platform does with the values that it gets. */
export interface Transfer {
  /** Its arguments get into its receiver. */
  puts: boolean;
  /** Its result comes of the receiver and the arguments. */
  gives: boolean;
  /** What is put into its result gets into its receiver too: a builder, a view, an element. */
  sharesResult: boolean;
  /** First argument is a key, if that is constant. */
  keyed: 'put' | 'get' | null;
  /** What is got by a key may be of another class than what was put. */
  converts: boolean;
  /** Objects of the build count with all that they hold. */
  serialises: boolean;
  /** Objects of the build count with what their `toString` says. */
  says: boolean;
  /** What it gives holds what is called back makes of the elements, and not these. */
  maps: boolean;
  /** Elements are copied from one array to another. */
  copiesArray: boolean;
  /** What it is called on, or given beside them, gets into arrays and buffers that it is given. */
  fills: boolean;
  /** Its receiver only brings about what it does: it takes nothing up and gives nothing of its own. */
  apart: boolean;
  /** What stands at an address that it is given comes out of it. */
  readsAt: boolean;
  /** It makes a message, with each of its arguments in a field of that. */
  makesMessage: boolean;
  /** Elements are taken out of a receiver, or put into it. */
  holds: boolean;
  /** They are not as they were put in: pairs of them are. */
  pairs: boolean;
}

const SERIALISES =
  /^(?:toJson|toJSONString|toJSONBytes|writeObject|writeValueAsString|serialize|putSerializable|putParcelable|writeParcelable|writeTypedObject|writeSerializable|writeValue)$/;
const FILLS =
  /^(?:getChars|getBytes|get|read|readFully|readBytes|readByteArray|readCharArray|appendReplacement|appendTail)$/;
const FILLED = /^(?:\[[A-Z]|Ljava\/(?:lang\/String(?:Buffer|Builder)|nio\/(?:Byte|Char)Buffer);)$/;

/** Whether members that fill what they are given do so with a parameter of a type. @param type its descriptor */
export function isFilled(type: string): boolean {
  return FILLED.test(type);
}

/** Whether what is written to an object goes on into what its constructor was given. @param owner its class @param type of what it was given */
export function writesInto(owner: string, type: string): boolean {
  return owner === 'java.util.Formatter' && /^java\.lang\.(?:Appendable|String(?:Buffer|Builder))$/.test(type);
}
const SAYS = /^(?:valueOf|append|toString|print|println|format|printf|join)$/;
const SAYS_TEXT = /^java\.(?:lang|util|io|text)\./;
const MAPS =
  /^(?:map\w*|flatMap\w*|concatMap\w*|switchMap\w*|mapNotNull|thenApply\w*|thenCompose\w*|continueWith\w*|onSuccessTask|distinctBy|associate\w*|groupBy)$/;
const COLLECTION =
  /^(?:java\.util\.(?!Date|Calendar|UUID|Formatter|Scanner|StringTokenizer|Locale)|androidx\.collection\.|android\.util\.|kotlin\.collections\.)/;
const ELEMENTS =
  /^(?:add|addAll|addFirst|addLast|put|putAll|set|offer|push|get|remove|poll|peek|next|iterator|listIterator|values|entrySet|keySet|getKey|getValue|element|first|last|pop|subList|stream|toArray|asList|singletonList|singleton|of|listOf|getFirst|getLast)$/;

/**
 * @param owner binary name of the class that declares the member, or that a call names
 * @param result descriptor of the result
 */
export function transferOf(owner: string, name: string, result: string): Transfer {
  const surroundings = SURROUNDINGS.test(owner) && !(TEXT_FIELD.test(owner) && /^[sg]etText$/.test(name));
  const keyed = KEYED.find(({ classes }) => classes.test(owner));
  const side = keyed === undefined ? null : keyed.put.test(name) ? 'put' : keyed.get.test(name) ? 'get' : null;
  const copiesArray = owner === 'java.lang.System' && name === 'arraycopy';
  const apart = DISPATCHERS.test(owner);
  const measured = result === 'V' || result === 'Z' || MEASURES.test(name);
  return {
    puts: !surroundings && !apart && (side === 'put' || PUTS.test(name)),
    gives: !measured && !surroundings,
    sharesResult: !surroundings && result.startsWith('L') && result !== 'Ljava/lang/String;',
    keyed: side,
    converts: keyed?.converts === true,
    serialises: SERIALISES.test(name),
    says: SAYS.test(name) && SAYS_TEXT.test(owner),
    maps: MAPS.test(name),
    apart,
    readsAt: RESOLVER.test(owner) && READS_AT.test(name),
    makesMessage: result === 'Landroid/os/Message;' && /^obtain(?:Message)?$/.test(name),
    copiesArray,
    fills: FILLS.test(name),
    pairs: name === 'entrySet',
    holds: COLLECTION.test(owner) && ELEMENTS.test(name),
  };
}

/** Members that start something with an intent, after which what it carries can be read by its keys. */
export const HANDS_INTENT =
  /^(?:startActivity\w*|startService|startForegroundService|bindService|send\w*Broadcast\w*|setResult|getActivity|getService|getForegroundService|getBroadcast|startIntentSender|enqueueWork|setArguments|setInitialSavedState)$/;

/** A value that a member of the build returns to the platform, and where that gives it on. */
export const RESULT_GIVEN_TO: readonly { type: string; from: string; to: string }[] = [
  { type: 'android.os.AsyncTask', from: 'doInBackground', to: 'onPostExecute' },
];

/** What loaders give, and to whom the platform hands that: callbacks which made the loader. */
export const LOADED = { from: 'loadInBackground', maker: 'onCreateLoader', to: 'onLoadFinished', parameter: 2 };
const LOADER_CALLBACKS =
  /^(?:android\.app|android\.support\.v4\.app|androidx\.loader\.app)\.LoaderManager\$LoaderCallbacks$/;

/** @param owner binary name of a class */
export function takesLoaded(owner: string): boolean {
  return LOADER_CALLBACKS.test(owner);
}

/** What tasks give that are handed to such an object comes out of it. @param owner binary name of a class */
export function collectsResults(owner: string): boolean {
  return /^java\.util\.concurrent\.(?:Executor)?CompletionService$/.test(owner);
}

/** Members that make an intent by which the user is asked: what comes of that is given elsewhere. */
export const ASKS_FOR = /^(?:create|new)\w*Intent(?:Sender)?$/;

/** Parameters of callbacks that say which of several things happened rather than what. */
export const PLAIN_CALLBACKS: ReadonlySet<string> = new Set([
  'onStatusChanged',
  'onProviderEnabled',
  'onProviderDisabled',
  'onAccuracyChanged',
  'onError',
  'onFailure',
]);
