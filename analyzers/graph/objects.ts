import type { Hierarchy } from './hierarchy.ts';

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

/**
 * What flows through a program, as numbers: an object of a class, the constant of a class, a lambda, or a container of
 * the platform. All objects of one class of the build are one.
 */
export class Objects {
  private readonly others: (LambdaObject | OutsideConstant | Container)[] = [];
  private readonly classCount: number;
  private readonly classType: number;

  constructor(private readonly hierarchy: Hierarchy) {
    this.classCount = hierarchy.typeOfClass.length;
    this.classType = hierarchy.typeOf('Ljava/lang/Class;');
  }

  constantOf(cls: number): number {
    return this.classCount + cls;
  }

  lambda(lambda: LambdaObject): number {
    return 2 * this.classCount + this.others.push(lambda) - 1;
  }

  container(type: number): number {
    return 2 * this.classCount + this.others.push({ type }) - 1;
  }

  constantOfOutside(type: number): number {
    return 2 * this.classCount + this.others.push({ type: this.classType, constant: type }) - 1;
  }

  isContainer(object: number): boolean {
    const other = this.others[object - 2 * this.classCount];
    return other !== undefined && !('method' in other) && !('constant' in other);
  }

  /** Class of an object, -1 for class constants and lambdas. */
  classOf(object: number): number {
    return object < this.classCount ? object : -1;
  }

  /** Class of a class constant, -1 for anything else. */
  constantClass(object: number): number {
    return object >= this.classCount && object < 2 * this.classCount ? object - this.classCount : -1;
  }

  /** Type of a class constant, inside the build or outside; -1 for anything else. */
  constantType(object: number): number {
    const cls = this.constantClass(object);
    if (cls >= 0) return this.hierarchy.typeOfClass[cls] as number;
    const other = this.others[object - 2 * this.classCount];
    return other !== undefined && 'constant' in other ? other.constant : -1;
  }

  lambdaOf(object: number): LambdaObject | undefined {
    const other = this.others[object - 2 * this.classCount];
    return other !== undefined && 'method' in other ? other : undefined;
  }

  typeOf(object: number): number {
    const cls = this.classOf(object);
    if (cls >= 0) return this.hierarchy.typeOfClass[cls] as number;
    return this.others[object - 2 * this.classCount]?.type ?? this.classType;
  }

  isA(object: number, type: number): boolean {
    return type < 0 || this.hierarchy.isSubtype(this.typeOf(object), type);
  }

  /** What runs when a method is called on the object, -1 where that is outside. */
  lookup(object: number, selector: number): number {
    const cls = this.classOf(object);
    if (cls >= 0) return this.hierarchy.lookup(cls, selector);
    const lambda = this.lambdaOf(object);
    return lambda !== undefined && lambda.name === this.hierarchy.selectorName(selector) ? lambda.method : -1;
  }
}
