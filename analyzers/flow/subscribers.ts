import type { Step } from './trace.ts';
import type { ValueTrace } from './value-trace.ts';

const NONE = -1;

/** Has the subscribers of a bus get what is posted that fits what they take. @param parent the holding that is posted */
export function giveToSubscribers(trace: ValueTrace, path: number, parent: number, at: Step): void {
  const { program } = trace;
  const { hierarchy } = program;
  const element = trace.paths.element(path);
  const head = trace.paths.isWhole(path) ? NONE : trace.paths.head(element);
  const posted = trace.isOwn(head) ? hierarchy.fields.ownerOf(head) : NONE;
  for (const target of program.subscribers()) {
    const [, taken = NONE] = program.parametersOf(target);
    if (taken < 0) continue;
    const isOwn = (hierarchy.classOfType[taken] ?? NONE) >= 0;
    // What is no object of the build goes to whoever takes none.
    const fits =
      taken === hierarchy.objectType ||
      (posted < 0
        ? !isOwn && !trace.narrowings.exclude(trace.paths.typeOf(path), taken)
        : hierarchy.isSubtype(posted, taken) || hierarchy.isSubtype(taken, posted));
    if (fits) trace.enter(target, 1, path, null, parent, at);
  }
}
