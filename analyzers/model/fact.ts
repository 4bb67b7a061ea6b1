import type { Gap } from './gap.ts';
import type { Location } from './location.ts';
import type { Reach } from './reach.ts';
import type { Sink } from './sink.ts';

/**
 * One literal thing that a build contains, at a Location; a fact never says what it means.
 *
 * | kind | value | args |
 * |---|---|---|
 * | call | `android.telephony.TelephonyManager.getDeviceId`, `@react-native-clipboard/clipboard.getString`, `uni.getLocation` | constant arguments, in order, `?` where unknown; behind them what else the argument that tells may be or comes to, and `reflection` where the member is used by reflection |
 * | field | `android.os.Build.SERIAL`; in scripts a property that is read | |
 * | string | the string constant itself | |
 * | class | the package prefix by which a known SDK's classes were recognised | the first class that matched; how many; `stub` where none of them does anything |
 * | component | class name of a manifest component | its type: activity, service, receiver, provider; then its intent actions |
 * | setting | name of a meta-data entry or of a setting in a framework's configuration | its value |
 * | library | base name of a native library | `version=N` of its framework; `jni=CLASS` for a class whose native methods it exports |
 * | asset | path of a file that a signature knows | the version that it states, of `.properties` files |
 * | module | an npm package or other script module that is imported or depended on | |
 * | mark | a set of marks by which a signature knows code whose names were changed, `<sdk>/<number>` | the marks of it that were met; of `<sdk>/names` the strings that are names of the SDK's own; of `<sdk>/code` the renamed classes and packages (`a.b.*`) that hold them |
 * | version | a field or method that holds an SDK's version, `class.field`, `class.method()`; the beginning of a string constant in which it stands | the version |
 * | permission | full permission name | `maxSdkVersion=N` where given |
 * | anti-analysis | the code of a trick against analysis, `zip/unknown-method` | one clause on it |
 */
export type FactKind =
  | 'call'
  | 'field'
  | 'string'
  | 'class'
  | 'component'
  | 'setting'
  | 'library'
  | 'asset'
  | 'module'
  | 'mark'
  | 'version'
  | 'permission'
  | 'anti-analysis';

/** Last argument of a component fact whose class is nowhere in a build of which all code was read. */
export const ABSENT_CLASS = 'absent';

export interface Fact {
  kind: FactKind;
  value: string;
  args?: string[];
  /** In scripts: the properties that are taken of what a call gives, sorted, where all of them are known. */
  takes?: string[];
  /** The npm package whose code, built into a bundle, holds it; absent where the file alone tells. */
  module?: string;
  at: Location;
  /** Where the value that it gives flows to, as far as that was followed; absent for nowhere. */
  sinks?: Sink[];
  /** It reads an object that the app made for itself, or asks about the app alone; absent where that is not known. */
  own?: true;
  /** It looks a member up by reflection, and what is then done with that is a fact of its own. */
  used?: true;
  /** In scripts: how it is reached; absent where nothing is known to lead there. */
  reach?: Reach;
}

/** What an extractor returns. */
export interface Extraction {
  facts: Fact[];
  gaps: Gap[];
}
