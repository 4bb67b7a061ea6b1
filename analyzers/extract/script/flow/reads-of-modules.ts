import type { Source } from '../binding/scope.ts';
import type { Value } from '../binding/value.ts';
import type { Resolver } from '../resolve/resolve.ts';

interface Reads {
  source: Extract<Source, { kind: 'import' }>;
}

/** What reads exports by a name, by the module whose they are. What an import names is asked for once. */
export class ReadsOfModules<R extends Reads> {
  private readonly known = new Map<string, ReadonlyMap<Value, readonly R[]>>();

  /** @param named reads of all modules by the name that they read */
  constructor(
    private readonly resolver: Resolver,
    private readonly named: (name: string) => readonly R[],
  ) {}

  of(module: Value, name: string): readonly R[] {
    let byModule = this.known.get(name);
    if (byModule === undefined) {
      byModule = this.grouped(this.named(name));
      this.known.set(name, byModule);
    }
    return byModule.get(module) ?? [];
  }

  private grouped(reads: readonly R[]): ReadonlyMap<Value, readonly R[]> {
    const byModule = new Map<Value, R[]>();
    for (const read of reads) {
      for (const module of new Set(this.resolver.moduleNamed(read.source.specifier, read.source.module))) {
        const list = byModule.get(module);
        if (list === undefined) byModule.set(module, [read]);
        else list.push(read);
      }
    }
    return byModule;
  }
}
