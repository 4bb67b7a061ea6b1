import { isSingleFileComponent } from '../syntax/single-file-component.ts';
import { plainName } from '../syntax/template-links.ts';
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
    if (tags.size < MAX_TAGS && !CONDITION.test(attributes)) tags.add(plainName(name));
  }
  return [...tags];
}

/** The components that elements of templates stand for. */
export class ComponentTags {
  private readonly named = new Map<string, string[]>();
  private readonly importedBy = new Map<string, ReadonlyMap<string, readonly string[]>>();

  constructor(private readonly program: ScriptProgram) {
    for (const { module } of program.scripts) {
      const name = plainName(nameOf(module.file));
      this.named.set(name, [...(this.named.get(name) ?? []), module.file]);
    }
  }

  /** What the script imports by the name of a tag, else the components whose file or folder is called so. */
  filesOf(script: ScriptProgram['scripts'][number], tag: string): readonly string[] {
    let imported = this.importedBy.get(script.module.file);
    if (imported === undefined) {
      imported = this.importsOf(script);
      this.importedBy.set(script.module.file, imported);
    }
    return imported.get(tag) ?? this.named.get(tag) ?? [];
  }

  private importsOf({ bindings, module }: ScriptProgram['scripts'][number]): Map<string, readonly string[]> {
    const imported = new Map<string, readonly string[]>();
    for (const { name, sources } of bindings) {
      const [source] = sources;
      if (source?.kind !== 'import') continue;
      const files = this.program.link(source.specifier, module).map(({ file }) => file);
      imported.set(plainName(name), files);
    }
    return imported;
  }
}

/**
 * Files of the components that are shown where an app begins: those in the templates of its root and first page, and in
 * theirs.
 * @param tags of each template by its path
 */
export function shownAtStart(
  program: ScriptProgram,
  tags: ReadonlyMap<string, readonly string[]>,
  isRoot: (file: string) => boolean,
): ReadonlySet<string> {
  const scripts = new Map(program.scripts.map((script) => [script.module.file, script]));
  const components = new ComponentTags(program);
  const tagsOf = new Map<string, readonly string[]>();
  for (const [path, found] of tags) tagsOf.set(stemOf(path), found);
  const shown = new Set<string>();
  const open = [...scripts.keys()].filter((file) => tagsOf.has(stemOf(file)) && isRoot(file));
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const script = scripts.get(file);
    if (script === undefined) continue;
    for (const tag of tagsOf.get(stemOf(file)) ?? []) {
      for (const component of components.filesOf(script, tag)) {
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
