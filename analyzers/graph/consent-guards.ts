import type { CallGraph } from './call-graph.ts';

/** Which calls of a method run only after a look at something that is stored, such as the user's answer. */
export class ConsentGuards {
  constructor(private readonly graph: CallGraph) {}

  isGuarded(method: number, offset: number): boolean {
    return method < 0 && offset < 0 && this.graph.flow.exhausted;
  }
}
