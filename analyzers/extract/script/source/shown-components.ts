import { isSingleFileComponent } from '../syntax/single-file-component.ts';
import type { ScriptProgram } from './script-program.ts';

/** Where the template of a single-file component begins. */
const TEMPLATE_BLOCK = /<template(?=[\s>])/i;
const TAG =
  /<([A-Za-z][\w-]{0,100})((?:\s+[^\s"'<>=]{1,100}(?:\s*=\s*(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^\s"'<>]{1,200}))?)*)/g;
/** What may keep an element from being shown at first. */
const CONDITION = /(?:^|\s)(?:v-(?:else-)?if|v-else|(?:wx|a|s|tt|qq|ks|jd)[:-](?:if|elif|else))/;
/** Tags kept of one template. */
const MAX_TAGS = 1000;

/** Elements that a template shows without a condition, by their names without case and dashes. */
export function shownTags(path: string, text: string): string[] {
  let markup = text;
  if (isSingleFileComponent(path)) {
    const start = text.search(TEMPLATE_BLOCK);
    if (start < 0) return [];
    markup = text.slice(start, text.lastIndexOf('</template>') + 1 || undefined);
  }
  const tags = new Set<string>();
  for (const [, name = '', attributes = ''] of markup.matchAll(TAG)) {
    if (tags.size < MAX_TAGS && !CONDITION.test(attributes)) tags.add(plain(name));
  }
  return [...tags];
}

/** `weather-card`, `WeatherCard` */
function plain(name: string): string {
  return name.replaceAll('-', '').toLowerCase();
}

/**
 * Files of the components that are shown where an app begins: those in the templates of its root and first page, and in
 * theirs. A tag is what the script imports by that name, else the component whose file or folder is called so.
 * @param tags of each template by its path
 */
export function shownAtStart(
  program: ScriptProgram,
  tags: ReadonlyMap<string, readonly string[]>,
  isRoot: (file: string) => boolean,
): ReadonlySet<string> {
  const scripts = new Map<string, ScriptProgram['scripts'][number]>();
  const named = new Map<string, string[]>();
  for (const script of program.scripts) {
    const { file } = script.module;
    scripts.set(file, script);
    const name = plain(nameOf(file));
    named.set(name, [...(named.get(name) ?? []), file]);
  }
  const tagsOf = new Map<string, readonly string[]>();
  for (const [path, found] of tags) tagsOf.set(stemOf(path), found);
  const shown = new Set<string>();
  const open = [...scripts.keys()].filter((file) => tagsOf.has(stemOf(file)) && isRoot(file));
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const script = scripts.get(file);
    if (script === undefined) continue;
    const imported = new Map<string, readonly string[]>();
    for (const { name, sources } of script.bindings) {
      const [source] = sources;
      if (source?.kind !== 'import') continue;
      imported.set(
        plain(name),
        program.link(source.specifier, script.module).map((module) => module.file),
      );
    }
    for (const tag of tagsOf.get(stemOf(file)) ?? []) {
      for (const component of imported.get(tag) ?? named.get(tag) ?? []) {
        if (shown.has(component) || !tagsOf.has(stemOf(component))) continue;
        shown.add(component);
        open.push(component);
      }
    }
  }
  return shown;
}

/** The name of a file, or of its folder where it has the folder's or none of its own. */
function nameOf(file: string): string {
  const parts = file.replace(/\.\w+$/, '').split('/');
  const last = parts.at(-1) ?? '';
  return last === 'index' ? (parts.at(-2) ?? last) : last;
}

function stemOf(path: string): string {
  return path.replace(/\.\w+$/, '');
}
