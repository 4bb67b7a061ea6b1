import { ApiNode } from './api-node.ts';

/** What one signature says of a module: it hangs its members on the module's namespace. */
type Part = (module: ApiNode) => void;

/**
 * The namespaces of the modules that signatures know, by import specifier. Each is made when it is first asked for: a scan
 * asks for few of them, and to make all takes longer than to read a small app.
 */
export class KnownModules {
  private readonly parts = new Map<string, Part[]>();
  private readonly made = new Map<string, ApiNode>();

  /** Before the module is asked for. */
  add(specifier: string, part: Part): void {
    const known = this.parts.get(specifier);
    if (known === undefined) this.parts.set(specifier, [part]);
    else known.push(part);
  }

  get(specifier: string): ApiNode | undefined {
    const known = this.made.get(specifier);
    if (known !== undefined) return known;
    const parts = this.parts.get(specifier);
    if (parts === undefined) return undefined;
    const module = new ApiNode('module');
    this.made.set(specifier, module);
    for (const part of parts) part(module);
    return module;
  }
}
