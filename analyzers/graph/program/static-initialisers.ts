import { Access } from '../../model/program.ts';
import type { Hierarchy } from './hierarchy.ts';

/** The static initialisers that using a class runs: its own and those of its superclasses. */
export class StaticInitialisers {
  private readonly found: (readonly number[] | undefined)[];

  constructor(private readonly hierarchy: Hierarchy) {
    this.found = new Array(hierarchy.typeOfClass.length);
  }

  of(cls: number): readonly number[] {
    let found = this.found[cls];
    if (found === undefined) {
      const { hierarchy } = this;
      const methods: number[] = [];
      for (const type of hierarchy.supertypes(hierarchy.typeOfClass[cls] as number)) {
        const owner = hierarchy.classOfType[type] as number;
        if (owner < 0 || (owner !== cls && (hierarchy.accessOfClass(owner) & Access.INTERFACE) !== 0)) continue;
        const method = hierarchy.definedByName(owner, '<clinit>');
        if (method >= 0) methods.push(method);
      }
      found = methods;
      this.found[cls] = found;
    }
    return found;
  }
}
