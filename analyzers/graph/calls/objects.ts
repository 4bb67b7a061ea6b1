import type { Hierarchy } from '../program/hierarchy.ts';
import type { LookedUp } from './reflected-members.ts';

/** An object of a functional interface that an invoke-custom instruction makes. */
export interface LambdaObject {
  type: number;
  name: string;
  /** Method that runs. */
  method: number;
  /** How many of its parameters, receiver included, are bound when it is made. */
  bound: number;
}

/** The constant of a class outside of the build. */
interface OutsideConstant {
  type: number;
  constant: number;
}

/** An object of the platform that can hold others: where it is made counts, not its class alone. */
interface Container {
  type: number;
}

/** An object of a class of the build that is told apart from others of its class by where it is made. */
interface MadeObject {
  type: number;
  cls: number;
}

type Other = LambdaObject | OutsideConstant | Container | MadeObject | LookedUp;

/**
 * What flows through a program, as numbers: an object of a class, the constant of a class, a lambda, or a container of
 * the platform. The objects of a class of the build are one where they keep nothing that matters; else each instruction
 * that makes one makes another.
 */
export class Objects {
  /** An object of which nothing is known: whatever the platform hands over. */
  readonly unknown: number;
  private readonly others: Other[] = [];
  private readonly classCount: number;
  private readonly classType: number;

  constructor(private readonly hierarchy: Hierarchy) {
    this.classCount = hierarchy.typeOfClass.length;
    this.classType = hierarchy.typeOf('Ljava/lang/Class;');
    this.unknown = this.add({ type: hierarchy.objectType });
  }

  private add(other: Other): number {
    return 2 * this.classCount + this.others.push(other) - 1;
  }

  constantOf(cls: number): number {
    return this.classCount + cls;
  }

  lambda(lambda: LambdaObject): number {
    return this.add(lambda);
  }

  container(type: number): number {
    return this.add({ type });
  }

  lookedUp(member: LookedUp): number {
    return this.add(member);
  }

  lookedUpOf(object: number): LookedUp | undefined {
    const other = this.other(object);
    return other !== undefined && 'targets' in other ? (other as LookedUp) : undefined;
  }

  made(cls: number): number {
    return this.add({ type: this.hierarchy.typeOfClass[cls] as number, cls });
  }

  constantOfOutside(type: number): number {
    return this.add({ type: this.classType, constant: type });
  }

  /** What is no object or constant of a class of the build; engines search for numbers below zero as for names. */
  private other(object: number): LambdaObject | OutsideConstant | Container | MadeObject | undefined {
    const index = object - 2 * this.classCount;
    return index < 0 ? undefined : this.others[index];
  }

  isContainer(object: number): boolean {
    const other = this.other(object);
    return (
      other !== undefined &&
      !('method' in other) &&
      !('constant' in other) &&
      !('cls' in other) &&
      !('targets' in other)
    );
  }

  /** Class of an object, -1 for class constants and lambdas. */
  classOf(object: number): number {
    if (object < this.classCount) return object;
    const other = this.other(object);
    return other !== undefined && 'cls' in other ? other.cls : -1;
  }

  /** Class of a class constant, -1 for anything else. */
  constantClass(object: number): number {
    return object >= this.classCount && object < 2 * this.classCount ? object - this.classCount : -1;
  }

  /** Type of a class constant, inside the build or outside; -1 for anything else. */
  constantType(object: number): number {
    const cls = this.constantClass(object);
    if (cls >= 0) return this.hierarchy.typeOfClass[cls] as number;
    const other = this.other(object);
    return other !== undefined && 'constant' in other ? other.constant : -1;
  }

  lambdaOf(object: number): LambdaObject | undefined {
    const other = this.other(object);
    return other !== undefined && 'method' in other ? other : undefined;
  }

  typeOf(object: number): number {
    if (object < this.classCount) return this.hierarchy.typeOfClass[object] as number;
    return this.other(object)?.type ?? this.classType;
  }

  isA(object: number, type: number): boolean {
    if (type < 0 || object === this.unknown) return true;
    const own = object < this.classCount ? (this.hierarchy.typeOfClass[object] as number) : this.typeOf(object);
    return own === type || type === this.hierarchy.objectType || this.hierarchy.supertypes(own).includes(type);
  }

  /** What runs when a method is called on the object, -1 where that is outside. */
  lookup(object: number, selector: number): number {
    const cls = this.classOf(object);
    if (cls >= 0) return this.hierarchy.lookup(cls, selector);
    const lambda = this.lambdaOf(object);
    return lambda !== undefined && lambda.name === this.hierarchy.selectorName(selector) ? lambda.method : -1;
  }
}
