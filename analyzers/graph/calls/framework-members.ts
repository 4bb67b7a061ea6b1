import type { ProgramFile } from '../../model/program.ts';
import type { Hierarchy } from '../program/hierarchy.ts';
import type { MemberSpecs } from '../program/member-names.ts';
import type { EntryRule } from '../program/platform.ts';

/** What the framework calls on every object of a class that is made, by the rules for entry points. */
export class FrameworkMembers {
  private readonly members: (readonly number[] | undefined)[];
  private readonly membersOfMade: (readonly number[] | undefined)[];
  /** By class: methods that it defines, with the types of their annotations. */
  private readonly annotated: (readonly (readonly [method: number, annotation: number])[] | undefined)[];
  /** Type -> members that the framework calls on any object of it, and the names of those that it calls at once. */
  private readonly byType = new Map<number, { specs: MemberSpecs; atOnce: ReadonlySet<string>; isShown: boolean }[]>();
  /** Methods that it calls at the end, or when the user acts. */
  private readonly late = new Set<number>();
  /** Types of annotations whose methods it calls on any object, and on those only that are given to certain members. */
  private readonly annotations = new Set<number>();
  private readonly annotationsOfGiven = new Set<number>();

  /** Annotation of the build -> class -> methods that have it. */
  private marks: Map<number, Map<number, number[]>> | null = null;

  /** Classes whose objects the framework also runs while the app is not in use, and what it calls on them. */
  private readonly inBackground: [type: number, members: MemberSpecs][] = [];

  constructor(
    private readonly hierarchy: Hierarchy,
    rules: readonly EntryRule[],
  ) {
    this.members = new Array(hierarchy.typeOfClass.length);
    this.membersOfMade = new Array(hierarchy.typeOfClass.length);
    this.annotated = new Array(hierarchy.typeOfClass.length);
    for (const { rooted, background, classes, launcherStart, givenTo, shownBy } of rules) {
      const atOnce = new Set(launcherStart);
      for (const [name, members] of Object.entries(classes)) {
        const type = hierarchy.findType(name);
        if (type < 0) continue;
        if (rooted === 'annotated') (givenTo === undefined ? this.annotations : this.annotationsOfGiven).add(type);
        if (rooted === 'instantiated' && background) this.inBackground.push([type, members]);
        const isShown = shownBy !== undefined && hierarchy.classOfType[type] === -1;
        if (rooted === 'instantiated')
          this.byType.set(type, [...(this.byType.get(type) ?? []), { specs: members, atOnce, isShown }]);
      }
    }
  }

  /** The methods of a class, with those that it inherits, whatever makes the framework call them. */
  of(cls: number): readonly number[] {
    let members = this.members[cls];
    if (members === undefined) {
      members = this.find(cls, false);
      this.members[cls] = members;
    }
    return members;
  }

  /** Those for which it is enough that an object is made. */
  onceMade(cls: number): readonly number[] {
    let members = this.membersOfMade[cls];
    if (members === undefined) {
      members = this.find(cls, true);
      this.membersOfMade[cls] = members;
    }
    return members;
  }

  private find(cls: number, onceMade: boolean): readonly number[] {
    const { hierarchy } = this;
    const supertypes = hierarchy.supertypes(hierarchy.typeOfClass[cls] as number);
    const byType = supertypes.flatMap((type) =>
      (this.byType.get(type) ?? []).flatMap(({ specs, atOnce, isShown }) => {
        if (isShown && onceMade) return [];
        const found = hierarchy.membersOf(cls, specs);
        if (atOnce.size > 0) for (const method of found) if (!atOnce.has(this.nameOf(method))) this.late.add(method);
        return found;
      }),
    );
    return [...new Set([...byType, ...this.annotatedMembers(cls)])];
  }

  /** Whether the framework calls a method of an object that it was given not at once but at its end, or when the user acts. */
  isLate(method: number): boolean {
    return this.late.has(method);
  }

  private nameOf(method: number): string {
    const { hierarchy } = this;
    return hierarchy.selectorName(hierarchy.selectorOf(method, hierarchy.fileOfMethod(method)));
  }

  /** The methods of the build that the framework calls in the background, on objects that it or the app makes. */
  runInBackground(): readonly { cls: number; method: number }[] {
    const { hierarchy, inBackground } = this;
    if (inBackground.length === 0) return [];
    const found: { cls: number; method: number }[] = [];
    hierarchy.typeOfClass.forEach((type, cls) => {
      const supertypes = hierarchy.supertypes(type);
      for (const [wanted, specs] of inBackground) {
        if (!supertypes.includes(wanted)) continue;
        for (const method of hierarchy.membersOf(cls, specs)) found.push({ cls, method });
      }
    });
    return found;
  }

  /** The methods with an annotation whose methods the framework calls, inherited ones too. */
  annotatedMembers(cls: number): number[] {
    return this.withAnnotation(cls, this.annotations);
  }

  /** The same for objects that are given to it. */
  membersOfGiven(cls: number): number[] {
    return this.withAnnotation(cls, this.annotationsOfGiven);
  }

  /** The methods with code of a class itself that have an annotation. */
  markedMembers(cls: number, annotation: number): readonly number[] {
    return this.marksOf(annotation)?.get(cls) ?? [];
  }

  /** The classes of the build whose methods have an annotation. */
  markedClasses(annotation: number): Iterable<number> {
    return this.marksOf(annotation)?.keys() ?? [];
  }

  /** By class: its methods with an annotation of the build; looked up for all of these at once. */
  private marksOf(annotation: number): ReadonlyMap<number, readonly number[]> | undefined {
    this.marks ??= this.findMarks();
    return this.marks.get(annotation);
  }

  private findMarks(): Map<number, Map<number, number[]>> {
    const { hierarchy } = this;
    const marks = new Map<number, Map<number, number[]>>();
    hierarchy.typeOfClass.forEach((_, cls) => {
      const file = hierarchy.fileOfClass[cls] as number;
      const program = hierarchy.files[file] as ProgramFile;
      for (const [local, type] of program.methodAnnotations(hierarchy.defOfClass[cls] as number)) {
        const annotation = hierarchy.localType(file, type);
        if ((hierarchy.classOfType[annotation] ?? -1) < 0) continue;
        hierarchy.tableOf(cls);
        const method = (hierarchy.methodBase[file] as number) + local;
        if (hierarchy.classOfMethod[method] !== cls || (hierarchy.codeOf[method] as number) <= 0) continue;
        const byClass = marks.get(annotation) ?? new Map<number, number[]>();
        marks.set(annotation, byClass);
        byClass.set(cls, [...(byClass.get(cls) ?? []), method]);
      }
    });
    return marks;
  }

  /** Whether a type is an annotation by which the framework finds what it calls on objects that it is given. */
  marksGiven(type: number): boolean {
    return this.annotationsOfGiven.has(type);
  }

  private withAnnotation(cls: number, wanted: ReadonlySet<number>): number[] {
    const { hierarchy } = this;
    if (wanted.size === 0) return [];
    const found: number[] = [];
    for (const type of hierarchy.supertypes(hierarchy.typeOfClass[cls] as number)) {
      const owner = hierarchy.classOfType[type] as number;
      if (owner < 0) continue;
      for (const [method, annotation] of this.annotatedIn(owner)) if (wanted.has(annotation)) found.push(method);
    }
    return found;
  }

  /** Methods of a class itself with the types of their annotations. */
  private annotatedIn(cls: number): readonly (readonly [method: number, annotation: number])[] {
    let annotated = this.annotated[cls];
    if (annotated === undefined) {
      const { hierarchy } = this;
      const file = hierarchy.fileOfClass[cls] as number;
      const base = hierarchy.methodBase[file] as number;
      annotated = (hierarchy.files[file] as ProgramFile)
        .methodAnnotations(hierarchy.defOfClass[cls] as number)
        .map(([method, annotation]) => [base + method, hierarchy.localType(file, annotation)] as const);
      // Which class has a method is known once its table was made.
      if (annotated.length > 0) hierarchy.tableOf(cls);
      annotated = annotated.filter(([method]) => hierarchy.classOfMethod[method] === cls);
      this.annotated[cls] = annotated;
    }
    return annotated;
  }
}
