import type { Node } from '@babel/types';
import type { ListedPages } from '../app-files/listed-pages.ts';
import type { BoundScript, MemberWrite } from '../binding/bound-script.ts';
import { NamePlaces } from '../binding/name-places.ts';
import type { Binding } from '../binding/scope.ts';
import type { ScriptModule } from '../binding/script-module.ts';
import type { FunctionValue } from '../binding/value.ts';
import { isSingleFileComponent } from '../syntax/single-file-component.ts';
import type { TemplateLink } from '../syntax/template-links.ts';

/** Finds the files of the build that an import names; none where it names a package or nothing. */
export type LinkFiles = (specifier: string, fromFile: string) => readonly string[];

/** Writes to properties of one name that are followed. */
const MAX_WRITES = 64;

/** What configurations and templates say of the scripts. */
interface Markup {
  handlers?: readonly string[];
  pages?: readonly ListedPages[];
  tags?: ReadonlyMap<string, readonly string[]>;
  templateLinks?: ReadonlyMap<string, readonly TemplateLink[]>;
}

/** All scripts that can see each other, and what is looked up across them. */
export class ScriptProgram {
  private readonly byFile = new Map<string, ScriptModule>();
  private readonly writes = new Map<string, MemberWrite[]>();
  private readonly globals = new Map<string, Binding[]>();
  private readonly tables: Map<string, ScriptModule>[] = [];

  /** Names by which templates call functions of scripts. */
  readonly handlers: ReadonlySet<string>;
  /** Elements that each template shows at first, by its path. */
  readonly tags: ReadonlyMap<string, readonly string[]>;
  /** What each template hands to components and hears from them, by its path. */
  readonly templateLinks: ReadonlyMap<string, readonly TemplateLink[]>;
  private readonly firstPages: ReadonlySet<string>;
  private readonly pages: ReadonlySet<string>;
  private byNode: Map<Node, ScriptModule> | null = null;
  private readonly places = new Map<BoundScript, NamePlaces>();

  constructor(
    readonly scripts: readonly BoundScript[],
    private readonly linkFiles: LinkFiles,
    { handlers = [], pages = [], tags = new Map(), templateLinks = new Map() }: Markup = {},
  ) {
    this.templateLinks = templateLinks;
    this.tags = tags;
    this.handlers = new Set(handlers);
    this.firstPages = new Set(pages.flatMap(({ first }) => first));
    this.pages = new Set(pages.flatMap(({ all }) => all));
    for (const script of scripts) {
      this.byFile.set(script.module.file, script.module);
      const table = script.bundled[0]?.table;
      if (table !== null && table !== undefined) this.tables.push(table);
      for (const write of script.memberWrites) add(this.writes, write.name, write);
      if (!isModule(script) && !this.isPage(script.module.file)) {
        for (const binding of script.bindings) if (binding.global) add(this.globals, binding.name, binding);
      }
    }
  }

  /** Whether a file is the page that an app of pages opens with. */
  isFirstPage(file: string): boolean {
    return this.firstPages.has(file.replace(/\.\w+$/, ''));
  }

  /** Whether a file is a page of an app of pages. */
  isPage(file: string): boolean {
    return this.pages.has(file.replace(/\.\w+$/, ''));
  }

  /** Modules of the build that an import in a module names. */
  link(specifier: string, from: ScriptModule): readonly ScriptModule[] {
    return this.linkFiles(specifier, from.file).flatMap((file) => this.byFile.get(file) ?? []);
  }

  /** The module of a bundle that stands in a function. */
  moduleIn(node: Node): ScriptModule | undefined {
    if (this.byNode === null) {
      this.byNode = new Map();
      for (const { bundled } of this.scripts) {
        for (const module of bundled) if (module.node !== null) this.byNode.set(module.node, module);
      }
    }
    return this.byNode.get(node);
  }

  /** The module of a bundle with this id; chunks of one bundle share their ids. */
  bundled(id: string, from: ScriptModule): ScriptModule | undefined {
    const own = from.table?.get(id);
    if (own !== undefined) return own;
    for (const table of this.tables) {
      const module = table.get(id);
      if (module !== undefined) return module;
    }
    return undefined;
  }

  /** What is assigned anywhere to properties of this name; none where there are too many to tell. */
  writesTo(name: string): readonly MemberWrite[] {
    const writes = this.writes.get(name) ?? [];
    return writes.length > MAX_WRITES ? [] : writes;
  }

  /** The script that a function stands in. */
  scriptWith({ node }: FunctionValue): BoundScript | undefined {
    return this.scripts.find(({ functions }) => functions.has(node));
  }

  /** Where a script uses names. */
  placesIn(script: BoundScript): NamePlaces {
    let places = this.places.get(script);
    if (places === undefined) {
      places = new NamePlaces(script);
      this.places.set(script, places);
    }
    return places;
  }

  /** Top-level variables and functions that other scripts of a page see. */
  globalsNamed(name: string): readonly Binding[] {
    return this.globals.get(name) ?? [];
  }

  /** Whether other scripts of a page see a variable. */
  isShared(binding: Binding): boolean {
    return binding.global && this.globalsNamed(binding.name).includes(binding);
  }
}

function isModule({ module, imports, requires, bundled }: BoundScript): boolean {
  if (isSingleFileComponent(module.file)) return true;
  if (module.exports.size > 0 || module.stars.length > 0 || module.whole.length > 0) return true;
  return imports.length > 0 || (requires.at.length > 0 && bundled.length === 0);
}

function add<T>(lists: Map<string, T[]>, name: string, item: T): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [item]);
  else list.push(item);
}
