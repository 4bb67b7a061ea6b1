import type { Node } from '@babel/types';
import { packageInPath } from '../apis/watch.ts';
import type { ModuleFactory } from './module-table.ts';
import { ScriptModule } from './script-module.ts';

/** The modules that a bundle wraps into functions, by these functions. */
export class BundledModules {
  private readonly factories = new Map<Node, { factory: ModuleFactory; module: ScriptModule }>();
  private readonly table = new Map<string, ScriptModule>();

  /** @param found gets every module, in their order */
  constructor(
    private readonly file: string,
    private readonly found: ScriptModule[],
  ) {}

  declare(factories: readonly ModuleFactory[]): void {
    for (const factory of factories) {
      if (this.factories.has(factory.node)) continue;
      const module = new ScriptModule(this.file, factory.id, this.table, factory.node);
      module.dependencies = factory.dependencies;
      module.packageName = factory.path === null ? null : packageInPath(factory.path);
      module.isFace = module.packageName !== null;
      if (!this.table.has(factory.id)) this.table.set(factory.id, module);
      this.factories.set(factory.node, { factory, module });
      this.found.push(module);
    }
  }

  of(node: Node): { factory: ModuleFactory; module: ScriptModule } | undefined {
    return this.factories.get(node);
  }
}
