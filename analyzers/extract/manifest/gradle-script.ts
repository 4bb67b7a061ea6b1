import type { BuildScriptValues } from './read-manifest.ts';
import { sdkLevel } from './sdk-codenames.ts';

/** What a module's build.gradle or build.gradle.kts says, as far as it says so in literals. */
export interface GradleValues extends BuildScriptValues {
  placeholders: Map<string, string>;
}

/** A literal, or the last name of an expression such as `rootProject.ext.minSdkVersion`. */
type Assigned = { literal: string } | { variable: string };

/** What may follow a variable's name: `libs.versions.minSdk.get().toInt()`. */
const CONVERSIONS = new Set(['get', 'toInt', 'toInteger', 'toString']);

/**
 * Reads the values that Gradle puts into the manifest. `defaultConfig` goes before the rest of the script (flavours),
 * the first assignment before later ones. Nothing is evaluated; a variable is looked up as an assignment of the same
 * name in the scripts around.
 * @param script text of the module's script  @param around texts of the scripts, properties and version catalogues of the folders above, nearest first
 */
export function readGradleScript(script: string, around: readonly string[]): GradleValues {
  const whole = withoutComments(script);
  const defaults = blockOf(whole, 'defaultConfig');
  const others = [whole, ...around.map(withoutComments)];
  const value = (...names: string[]): string | null => {
    for (const text of [defaults, whole]) {
      for (const name of names) {
        const assigned = findAssignment(text, name);
        if (assigned === null) continue;
        if ('literal' in assigned) return assigned.literal;
        const found = variableValue(others, assigned.variable);
        if (found !== null) return found;
      }
    }
    return null;
  };
  const level = (...names: string[]): number | null => {
    const text = value(...names);
    return text === null ? null : sdkLevel(text);
  };
  return {
    applicationId: value('applicationId'),
    namespace: value('namespace'),
    versionName: value('versionName'),
    versionCode: value('versionCode'),
    minSdk: level('minSdkVersion', 'minSdk'),
    targetSdk: level('targetSdkVersion', 'targetSdk'),
    placeholders: readPlaceholders(whole),
  };
}

/** `name "x"`, `name = 'x'`, `name(12)`, `name = some.variable`. */
function findAssignment(text: string, name: string): Assigned | null {
  const pattern = new RegExp(
    `(?:^|[\\s{;.-])${name}(?: {0,20}= {0,20}| {0,20}\\( {0,20}| {1,20})(?:"([^"\\n$]{1,200})"|'([^'\\n]{1,200})'|(\\d{1,10})|([A-Za-z_][\\w.]{0,200}))`,
    'm',
  );
  const match = pattern.exec(text);
  if (match === null) return null;
  const literal = match[1] ?? match[2] ?? match[3];
  if (literal !== undefined) return { literal };
  const variable = match[4]?.split('.').findLast((name) => name !== '' && !CONVERSIONS.has(name));
  return variable === undefined ? null : { variable };
}

function variableValue(texts: readonly string[], variable: string): string | null {
  for (const text of texts) {
    const assigned = findAssignment(text, variable);
    if (assigned !== null && 'literal' in assigned) return assigned.literal;
  }
  return null;
}

/** `manifestPlaceholders = [A: "x", B: 'y']`, `mapOf("A" to "x")` and `manifestPlaceholders["A"] = "x"`. */
function readPlaceholders(text: string): Map<string, string> {
  const values = new Map<string, string>();
  const pair = /["']?([\w.-]{1,100})["']?\s{0,50}(?::|to)\s{0,50}(?:"([^"\n$]{0,500})"|'([^'\n]{0,500})')/g;
  const single = /^\s{0,20}\[\s{0,20}["']([\w.-]{1,100})["']\s{0,20}\]\s{0,20}=\s{0,20}["']([^"'\n$]{0,500})["']/;
  const word = 'manifestPlaceholders';
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const rest = text.slice(at + word.length, at + word.length + 4000);
    const one = single.exec(rest);
    if (one?.[1] !== undefined) {
      if (!values.has(one[1])) values.set(one[1], one[2] ?? '');
      continue;
    }
    const end = rest.search(/[\])]/);
    for (const match of rest.slice(0, Math.max(end, 0)).matchAll(pair)) {
      const name = match[1] ?? '';
      if (!values.has(name)) values.set(name, match[2] ?? match[3] ?? '');
    }
  }
  return values;
}

/** Text between the braces of the first `name { ... }`; empty when there is none. */
function blockOf(text: string, name: string): string {
  const start = new RegExp(`\\b${name}\\s{0,50}\\{`).exec(text);
  if (start === null) return '';
  const from = start.index + start[0].length;
  let depth = 1;
  for (let i = from; i < text.length; i++) {
    if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return text.slice(from, i);
  }
  return text.slice(from);
}

/** The script with comments blanked; strings, which may hold `//`, stay. */
function withoutComments(text: string): string {
  const parts: string[] = [];
  let kept = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '"' || char === "'") {
      for (i++; i < text.length && text[i] !== char && text[i] !== '\n'; i++) if (text[i] === '\\') i++;
    } else if (char === '/' && (text[i + 1] === '/' || text[i + 1] === '*')) {
      const [close, extra] = text[i + 1] === '/' ? ['\n', 0] : ['*/', 2];
      const end = text.indexOf(close, i + 2);
      parts.push(text.slice(kept, i), ' ');
      kept = end < 0 ? text.length : end + extra;
      i = kept - 1;
    }
  }
  parts.push(text.slice(kept));
  return parts.join('');
}
