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

/**
 * What flows through a program, as numbers: an object of a class, the constant of a class, or a lambda. All objects of
 * one class are one.
 */
export class Objects {
  readonly lambdas: LambdaObject[] = [];
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
    return 2 * this.classCount + this.lambdas.push(lambda) - 1;
  }

  /** Class of an object, -1 for class constants and lambdas. */
  classOf(object: number): number {
    return object < this.classCount ? object : -1;
  }

  /** Class of a class constant, -1 for anything else. */
  constantClass(object: number): number {
    return object >= this.classCount && object < 2 * this.classCount ? object - this.classCount : -1;
  }

  lambdaOf(object: number): LambdaObject | undefined {
    return this.lambdas[object - 2 * this.classCount];
  }

  typeOf(object: number): number {
    const cls = this.classOf(object);
    if (cls >= 0) return this.hierarchy.typeOfClass[cls] as number;
    return this.lambdaOf(object)?.type ?? this.classType;
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
