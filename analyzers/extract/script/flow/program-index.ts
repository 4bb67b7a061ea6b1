import type * as t from '@babel/types';
import type { BoundScript } from '../binding/bound-script.ts';
import type { Binding, Scope, Source } from '../binding/scope.ts';
import type { ScriptModule } from '../binding/script-module.ts';
import type { Value } from '../binding/value.ts';
import type { ScriptProgram } from '../source/script-program.ts';
import { keyName } from '../syntax/pattern.ts';

/** A read of a property by its name, whose object is still to be looked at. */
export interface MemberRead {
  script: number;
  node: number;
  object: t.Node;
  scope: Scope;
  /** What the object can be, once that was asked for. */
  objects: readonly Value[] | null;
}

/** A property taken out by a pattern: `path` begins with its name. */
export interface PatternRead {
  script: number;
  binding: Binding;
  source: Extract<Source, { kind: 'expression' }>;
}

export interface ImportRead {
  script: number;
  binding: Binding;
  source: Extract<Source, { kind: 'import' }>;
}

/** An export that hands on what another module exports by a name, null for all of it. */
export interface ReExport {
  module: ScriptModule;
  as: string | null;
  source: Extract<Source, { kind: 'import' }>;
}

/** Reads of properties and of imported names all over a program, by name. */
export class ProgramIndex {
  /** By name: the places in the list of members of each script, or what was made of them. */
  private readonly places = new Map<string, number[]>();
  private readonly reads = new Map<string, MemberRead[]>();
  readonly patterns = new Map<string, PatternRead[]>();
  /** By the imported name; `''` for the module as a whole. */
  readonly imports = new Map<string, ImportRead[]>();
  readonly reExports = new Map<string, ReExport[]>();
  readonly stars: ReExport[] = [];
  /** Modules that export all that something holds, as compilers write it: a loop over the keys of a module. */
  readonly heldStars: { module: ScriptModule; source: Extract<Source, { kind: 'expression' }> }[] = [];

  constructor(private readonly program: ScriptProgram) {
    let first = 0;
    for (const [number, script] of program.scripts.entries()) {
      const { at } = script.members;
      for (let order = 0; order < at.length; order++) {
        const member = script.nodes[at[order] as number] as t.MemberExpression;
        const name = keyName({ key: member.property, computed: member.computed });
        if (name !== null) add(this.places, name, first + order);
      }
      first += at.length;
      for (const binding of new Set(script.bindings)) {
        for (const source of binding.sources) {
          if (source.kind === 'import') add(this.imports, source.name ?? '', { script: number, binding, source });
          if (source.kind !== 'expression') continue;
          const [name] = source.path;
          if (name !== undefined && name !== null) add(this.patterns, name, { script: number, binding, source });
        }
      }
      for (const module of [script.module, ...script.bundled]) {
        for (const [as, sources] of module.exports) {
          for (const source of sources) {
            if (source.kind === 'import') add(this.reExports, source.name ?? '', { module, as, source });
          }
        }
        for (const source of module.stars) {
          if (source.kind === 'import') this.stars.push({ module, as: null, source });
          else if (source.kind === 'expression') this.heldStars.push({ module, source });
        }
      }
    }
  }

  /** Reads of a property by its name. */
  members(name: string): readonly MemberRead[] {
    const known = this.reads.get(name);
    if (known !== undefined) return known;
    const reads: MemberRead[] = [];
    this.reads.set(name, reads);
    let script = 0;
    let first = 0;
    for (const place of this.places.get(name) ?? []) {
      const { scripts } = this.program;
      for (let count = membersOf(scripts[script]); place - first >= count; count = membersOf(scripts[script])) {
        first += count;
        script++;
      }
      const { members, nodes } = scripts[script] as BoundScript;
      const node = members.at[place - first] as number;
      const scope = members.scopes[place - first] as Scope;
      reads.push({ script, node, object: (nodes[node] as t.MemberExpression).object, scope, objects: null });
    }
    return reads;
  }
}

function membersOf(script: BoundScript | undefined): number {
  return script?.members.at.length ?? Number.POSITIVE_INFINITY;
}

function add<V>(lists: Map<string, V[]>, key: string, item: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
