/** Steps into what a lambda was bound to stand behind all fields. */
export const FIRST_CAPTURE = 1 << 30;

/** The steps into what lambdas are bound to: a method that runs, and the parameter that is bound. */
export class Captures {
  private readonly steps = new Map<string, number>();
  private readonly bound: { method: number; parameter: number }[] = [];

  step(method: number, parameter: number): number {
    const name = `${method}/${parameter}`;
    let step = this.steps.get(name);
    if (step === undefined) {
      step = FIRST_CAPTURE + this.bound.push({ method, parameter }) - 1;
      this.steps.set(name, step);
    }
    return step;
  }

  of(step: number): { method: number; parameter: number } | undefined {
    return this.bound[step - FIRST_CAPTURE];
  }
}
