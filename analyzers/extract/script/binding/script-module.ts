import type { Node } from '@babel/types';
import type { Source } from './scope.ts';

/** A module of the app's own, a file or one of the functions into which a bundler wraps modules, and what it exports. */
export class ScriptModule {
  readonly exports = new Map<string, Source[]>();
  /** Values all of whose properties are exported, too. */
  readonly stars: Source[] = [];
  /** What stands for the module as a whole (`module.exports = ...`). */
  readonly whole: Source[] = [];
  /** Names that are imported as types only. */
  readonly types = new Map<string, Source>();
  /** In a bundle: what the module's own names and numbers for its dependencies stand for. */
  dependencies: ReadonlyMap<string, string> | null = null;
  /** The npm package that it belongs to, where that is known. */
  packageName: string | null = null;
  /** Whether it is what others get who require its package. */
  isFace = false;

  constructor(
    /** Path inside the build. */
    readonly file: string,
    /** Its number or name in the bundle that holds it; null for a file. */
    readonly id: string | null = null,
    /** The bundle's table of modules, in which others look it up by its id. */
    readonly table: Map<string, ScriptModule> | null = null,
    /** In a bundle: the function that wraps it. */
    readonly node: Node | null = null,
  ) {}

  addExport(name: string, source: Source): void {
    const sources = this.exports.get(name);
    if (sources === undefined) this.exports.set(name, [source]);
    else sources.push(source);
  }
}
