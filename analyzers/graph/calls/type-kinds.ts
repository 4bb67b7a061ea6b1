import type { ProgramFile } from '../../model/program.ts';
import type { Hierarchy } from '../program/hierarchy.ts';
import { findHoldingTypes } from '../program/holding-types.ts';
import { typeOfName } from '../program/platform.ts';

/** Classes whose objects hand nothing on that matters here, or so much that nothing could be told apart. */
const CLOSED = [
  'java.lang.String',
  'java.lang.CharSequence',
  'java.lang.Number',
  'java.lang.Boolean',
  'java.lang.Character',
  'java.lang.Class',
  'java.lang.ClassLoader',
  'java.lang.Throwable',
  'java.io.InputStream',
  'java.io.OutputStream',
  'java.io.File',
  'java.io.Reader',
  'java.io.Writer',
  'java.util.Date',
  'java.util.Locale',
  'java.util.regex.Pattern',
  'java.util.regex.Matcher',
  'android.content.Context',
  'android.content.res.Resources',
  'android.content.res.TypedArray',
  'android.content.res.Configuration',
  'android.content.SharedPreferences',
  'android.content.SharedPreferences$Editor',
  'android.content.ContentValues',
  'android.graphics.Bitmap',
  'android.graphics.Canvas',
  'android.graphics.Paint',
  'android.graphics.Path',
  'android.graphics.Rect',
  'android.graphics.RectF',
  'android.graphics.Matrix',
  'android.graphics.drawable.Drawable',
  'android.util.AttributeSet',
  'android.view.View',
  'android.view.MotionEvent',
  'android.view.LayoutInflater',
  'android.view.ViewGroup$LayoutParams',
  'android.view.accessibility.AccessibilityNodeInfo',
  'android.os.Parcel',
  'android.os.Parcelable',
  'android.database.Cursor',
  'android.database.sqlite.SQLiteDatabase',
  'android.net.Uri',
];

/** Executors and tasks stand in java.util.concurrent too, and are none. */
const COLLECTION =
  /^L(?:java\/util\/(?!concurrent\/(?:[A-Z]\w*)?(?:Executor|Future|Callable|Thread|Task)|Timer|Observ|function\/)|java\/lang\/Iterable;|android\/util\/(?:Sparse|Array|LongSparse|LruCache)|kotlin\/(?:collections|sequences)\/)/;

/** Types of the platform that give out only what they were given. */
const GIVES_BACK =
  /^(?:\[|L(?:java\/util\/(?!concurrent\/atomic\/Atomic\w*Updater)|java\/lang\/(?:ref\/|reflect\/Array;|ThreadLocal|InheritableThreadLocal|Iterable;|Object;)|android\/util\/|android\/os\/Message;|androidx\/collection\/|androidx\/core\/util\/|kotlin\/(?:collections\/|sequences\/|Lazy|Pair|Triple|jvm\/internal\/)|io\/reactivex\/))/;

/** References to one object, which apps hold to activities and views from handlers and tasks. */
const REFERENCE = /^Ljava\/lang\/ref\/\w*Reference;$/;

/** Types of the platform that give to what they call back only what they hold, were given, or got from it. */
const LENDS =
  /^L(?:java\/lang\/Iterable;|java\/util\/(?:\w*(?:Collection|List|Set|Map|Queue|Deque|Vector|Stack|Iterator|Arrays|Optional)s?;|stream\/\w*Stream;))/;

/** What stands for parts of classes: no objects of the build, and nothing that holds any. */
const REFLECTION = /^\[*Ljava\/lang\/(?:Class|reflect\/(?:Method|Field|Constructor|AccessibleObject|Parameter|Type));$/;

/** Libraries that every app brings along, in parts that keep much and that nobody asks about object by object. */
const FURNITURE = /^L(?:androidx|android\/support|com\/google\/android\/(?:material|gms))\//;

/** Packages whose types stand in the platform's table where they have supertypes. */
const PLATFORM = /^L(?:java|javax|android|dalvik)\//;

const UNKNOWN = 0;
const YES = 1;
const NO = 2;

/** Which types matter to the flow of objects. */
export class TypeKinds {
  private readonly holding: number[];
  private readonly mattering: number[];
  private readonly closing: number[];
  private readonly keeping: number[];
  private readonly strange: number[];
  /** Which types of the platform the build gives any of its objects, once that was asked for. */
  private isGiven: ((type: number) => boolean) | null = null;
  private readonly closed: ReadonlySet<number>;
  private readonly classType: number;
  /** Types outside of which the build has subtypes. */
  private readonly extended = new Set<number>();

  constructor(private readonly hierarchy: Hierarchy) {
    this.closed = new Set(CLOSED.map((name) => typeOfName(name, hierarchy)));
    this.holding = new Array(hierarchy.typeRoom).fill(UNKNOWN);
    this.mattering = new Array(hierarchy.typeRoom).fill(UNKNOWN);
    this.closing = new Array(hierarchy.typeRoom).fill(UNKNOWN);
    this.keeping = new Array(hierarchy.typeRoom).fill(UNKNOWN);
    this.strange = new Array(hierarchy.typeRoom).fill(UNKNOWN);
    this.classType = hierarchy.typeOf('Ljava/lang/Class;');
    const outside = new Set<number>();
    hierarchy.typeOfClass.forEach((type, cls) => {
      this.extended.add(type);
      hierarchy.forEachDirectSupertype(cls, (each) => {
        if (hierarchy.classOfType[each] === -1) outside.add(each);
      });
    });
    hierarchy.files.forEach((file, index) => {
      for (let site = 0; site < file.callSiteCount(); site++) {
        const lambda = file.lambda(site);
        if (lambda !== null) outside.add(hierarchy.localType(index, lambda.interfaceType));
      }
    });
    outside.delete(-1);
    for (const type of outside) for (const each of hierarchy.supertypes(type)) this.extended.add(each);
  }

  /** A value of the type can contain others: an array, or an object that is not closed, or whose type is not known. */
  holds(type: number): boolean {
    if (type < 0) return true;
    let known = this.holding[type] ?? UNKNOWN;
    if (known === UNKNOWN) {
      known = this.canHold(type) ? YES : NO;
      this.holding[type] = known;
    }
    return known === YES;
  }

  private canHold(type: number): boolean {
    if (!this.isOpen(type)) return false;
    const { hierarchy } = this;
    if (this.isCollection(type) || (hierarchy.classOfType[type] ?? -1) >= 0) return true;
    // What the build puts in its place makes what it gives.
    if (this.extended.has(type) && this.givesBack(type)) return true;
    this.isGiven ??= findHoldingTypes({
      hierarchy,
      canBring: (each) => each === this.classType || (this.extended.has(each) && this.isCarried(each)),
      canHold: (each) => this.isOpen(each),
    });
    return this.isGiven(type);
  }

  /** False for types whose objects hold nothing, or too much to be told apart. */
  private isOpen(type: number): boolean {
    const { hierarchy } = this;
    if (hierarchy.isArray(type)) return !/^\[+[A-Z]$/.test(hierarchy.descriptors[type] ?? '');
    if (this.isClosed(type)) return false;
    if ((hierarchy.classOfType[type] ?? -1) < 0) return true;
    return hierarchy
      .supertypes(type)
      .some((each) => hierarchy.classOfType[each] === -1 && each !== hierarchy.objectType);
  }

  /** A class of the platform's collections, references and the like, or an array. */
  isCollection(type: number): boolean {
    return (
      type === this.hierarchy.objectType ||
      this.hierarchy.isArray(type) ||
      COLLECTION.test(this.hierarchy.descriptors[type] ?? '')
    );
  }

  /** What collections give out of themselves: iterators, entries, views, arrays. */
  isView(type: number): boolean {
    return this.isCollection(type);
  }

  /** A type of the platform whose members give only what they were given. */
  givesBack(type: number): boolean {
    return GIVES_BACK.test(this.hierarchy.descriptors[type] ?? '');
  }

  /** A type of which objects stand for parts of classes. */
  isReflection(type: number): boolean {
    return REFLECTION.test(this.hierarchy.descriptors[type] ?? '');
  }

  /** Objects of the type are worth following into containers: they are not of the kinds that everything hands around. */
  isCarried(type: number): boolean {
    return type < 0 || !this.isClosed(type);
  }

  /** A type of the platform that refers to one object, of whatever kind. */
  isReference(type: number): boolean {
    return REFERENCE.test(this.hierarchy.descriptors[type] ?? '');
  }

  private isClosed(type: number): boolean {
    let known = this.closing[type] ?? UNKNOWN;
    if (known === UNKNOWN) {
      known = this.hierarchy.supertypes(type).some((each) => this.closed.has(each)) ? YES : NO;
      this.closing[type] = known;
    }
    return known === YES;
  }

  /** Objects of a class of the build are told apart as far as their fields go. */
  isToldApart(type: number): boolean {
    return this.isCarried(type) && !FURNITURE.test(this.hierarchy.descriptors[type] ?? '');
  }

  /** Objects of a class of the build keep others in fields, so that they are worth telling apart. */
  keeps(type: number): boolean {
    let known = this.keeping[type] ?? UNKNOWN;
    if (known === UNKNOWN) {
      known = this.isToldApart(type) && this.hasKeepingField(type) ? YES : NO;
      this.keeping[type] = known;
    }
    return known === YES;
  }

  private hasKeepingField(type: number): boolean {
    const { hierarchy } = this;
    return hierarchy.supertypes(type).some((each) => {
      const cls = hierarchy.classOfType[each] ?? -1;
      if (cls < 0) return false;
      const file = hierarchy.fileOfClass[cls] as number;
      const program = hierarchy.files[file] as ProgramFile;
      return program.definedFields(hierarchy.defOfClass[cls] as number).some((local) => {
        const field = hierarchy.localType(file, program.fieldTypes[local] ?? -1);
        return this.matters(field) && this.isCarried(field);
      });
    });
  }

  /** Whether members of a type give to what they call back only what they hold, were given, or got from it. */
  lends(type: number): boolean {
    return LENDS.test(this.hierarchy.descriptors[type] ?? '');
  }

  /** Whether a type can be a subtype for all that is known: it comes from a type outside, and of neither is the origin known. */
  mayBeSubtype(type: number, of: number): boolean {
    return this.isStrange(of) && this.hierarchy.supertypes(type).some((each) => this.isStrange(each));
  }

  /** A type that is neither of the build nor of the platform. */
  isStrange(type: number): boolean {
    let known = this.strange[type] ?? UNKNOWN;
    if (known === UNKNOWN) {
      const { hierarchy } = this;
      const outside = hierarchy.classOfType[type] === -1 && !hierarchy.isArray(type) && !hierarchy.describes(type);
      known = outside && !PLATFORM.test(hierarchy.descriptors[type] ?? '') ? YES : NO;
      this.strange[type] = known;
    }
    return known === YES;
  }

  /** Has a type matter, whatever it is. */
  follow(type: number): void {
    if (type >= 0) this.mattering[type] = YES;
  }

  /** An object of the build can stand where this type is declared, or be inside of what stands there. */
  matters(type: number): boolean {
    if (type < 0) return false;
    let known = this.mattering[type] ?? UNKNOWN;
    if (known === UNKNOWN) {
      known = this.extended.has(type) || type === this.classType || this.holds(type) ? YES : NO;
      this.mattering[type] = known;
    }
    return known === YES;
  }
}
