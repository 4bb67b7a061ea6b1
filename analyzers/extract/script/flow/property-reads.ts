import type * as t from '@babel/types';
import type { Scope } from '../binding/scope.ts';
import { ScriptModule } from '../binding/script-module.ts';
import { ClassValue, FunctionValue, InstanceValue, LiteralValue, type Value } from '../binding/value.ts';
import type { Resolver } from '../resolve/resolve.ts';
import { keyName } from '../syntax/pattern.ts';
import type { ComponentParts } from './component-parts.ts';
import type { MemberRead, PatternRead, ProgramIndex } from './program-index.ts';

/** Something whose properties are followed wherever it is held. */
export type Owner = LiteralValue | InstanceValue | ClassValue | FunctionValue;

/** Reads of one name that are looked at to find those of one object. */
const MAX_READS = 1_000;
/** Classes above one another that are looked through, the first with them. */
const MAX_LINEAGE = 6;

/** Where a property of one object is read. */
interface Reads {
  members: readonly MemberRead[];
  patterns: readonly PatternRead[];
}

/** Where properties of objects are read all over a program: the same for all values that they get. */
export class PropertyReads {
  private readonly known = new Map<Owner | ScriptModule, Map<string, Reads>>();
  private readonly lineages = new Map<ClassValue, ReadonlySet<ClassValue>>();

  constructor(
    private readonly resolver: Resolver,
    private readonly parts: ComponentParts,
    private readonly index: ProgramIndex,
  ) {}

  of(owner: Owner | ScriptModule, name: string): Reads {
    let byName = this.known.get(owner);
    if (byName === undefined) {
      byName = new Map();
      this.known.set(owner, byName);
    }
    let found = byName.get(name);
    if (found === undefined) {
      found = this.find(owner, name);
      byName.set(name, found);
    }
    return found;
  }

  private find(owner: Owner | ScriptModule, name: string): Reads {
    const has = (value: Value): boolean => this.hasFrom(value, owner, name);
    const members = this.index.members(name).slice(0, MAX_READS);
    const patterns = (this.index.patterns.get(name) ?? []).slice(0, MAX_READS);
    return {
      members: members.filter((read) => {
        read.objects ??= this.resolver.valuesOf(read.object, read.scope);
        return read.objects.some(has);
      }),
      patterns: patterns.filter(({ source }) => this.resolver.valuesOf(source.expression, source.scope).some(has)),
    };
  }

  /** Whether an object has a property of that name from another one. */
  private hasFrom(value: Value, owner: Owner | ScriptModule, name: string): boolean {
    if (value === owner || owner instanceof ScriptModule) return value === owner;
    const { states } = this.resolver.handovers;
    return (
      this.isRelated(owner, value) ||
      (states.isState(owner) && states.isMapped(value, name)) ||
      (value instanceof LiteralValue && spreads(this.resolver, value, owner, name))
    );
  }

  /** An instance of a class has what its base class keeps, and the other way round. */
  private isRelated(owner: Value, value: Value): boolean {
    if (owner instanceof InstanceValue && value instanceof InstanceValue) {
      return this.extends(owner.of, value.of) || this.extends(value.of, owner.of);
    }
    const [ownClass, otherClass] = [classOf(owner), classOf(value)];
    if (ownClass !== null && otherClass !== null) return this.extends(otherClass, ownClass);
    if (!(owner instanceof LiteralValue && value instanceof LiteralValue)) return false;
    return owner.node === value.node || this.parts.areJoined(owner, value);
  }

  private extends(derived: ClassValue, base: ClassValue): boolean {
    let found = this.lineages.get(derived);
    if (found === undefined) {
      found = this.lineageOf(derived);
      this.lineages.set(derived, found);
    }
    return found.has(base);
  }

  /** A class and those that it extends. */
  private lineageOf(derived: ClassValue): ReadonlySet<ClassValue> {
    const found = new Set([derived]);
    let open: readonly ClassValue[] = [derived];
    for (let level = 1; level < MAX_LINEAGE && open.length > 0; level++) {
      open = open.flatMap(({ extended }) => (extended === null ? [] : this.basesOf(extended)));
      for (const each of open) found.add(each);
    }
    return found;
  }

  /** Classes that an expression behind `extends` can be. */
  private basesOf({ expression, scope }: { expression: t.Node; scope: Scope }): ClassValue[] {
    return this.resolver.valuesOf(expression, scope).flatMap((value) => {
      return classOf(value) ?? [];
    });
  }
}

/** The class that a value is, also where compilers made it of a function. */
function classOf(value: Value): ClassValue | null {
  if (value instanceof FunctionValue) return value.madeClass;
  return value instanceof ClassValue ? value : null;
}

/** Whether an object takes a property from another one: `{ ...other }`, where it has none of that name by itself. */
function spreads(resolver: Resolver, { node, scope }: LiteralValue, owner: Value, name: string): boolean {
  if (node.type !== 'ObjectExpression') return false;
  return node.properties.some((property, order) => {
    if (property.type !== 'SpreadElement') return false;
    const isHidden = node.properties.slice(order + 1).some((later) => 'key' in later && keyName(later) === name);
    return !isHidden && resolver.valuesOf(property.argument, scope).includes(owner);
  });
}
