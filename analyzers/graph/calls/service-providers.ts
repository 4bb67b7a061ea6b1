import type { ServiceFile } from '../../model/reach.ts';
import type { Hierarchy } from '../program/hierarchy.ts';
import { typeOfName } from '../program/platform.ts';

/** The classes of a build that its service files name. */
export class ServiceProviders {
  private readonly byType = new Map<number, number[]>();

  constructor(hierarchy: Hierarchy, files: readonly ServiceFile[]) {
    for (const { service, providers } of files) {
      const classes = providers.flatMap((name) => {
        const type = hierarchy.findType(name);
        const cls = type < 0 ? -1 : (hierarchy.classOfType[type] as number);
        return cls < 0 ? [] : [cls];
      });
      const type = typeOfName(service, hierarchy);
      this.byType.set(type, [...(this.byType.get(type) ?? []), ...classes]);
    }
  }

  /** True for a class whose constant means its providers. */
  has(type: number): boolean {
    return this.byType.has(type);
  }

  /** Classes of the providers of a service. */
  of(type: number): readonly number[] {
    return this.byType.get(type) ?? [];
  }
}
