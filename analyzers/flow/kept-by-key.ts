import { NARROW } from '../graph/program/references.ts';
import { type FlowInstruction, FlowKind } from '../model/flow-code.ts';
import { CONTENT } from './access-path.ts';
import { behind } from './code-order.ts';
import type { FlowProgram } from './flow-program.ts';
import type { Members } from './members.ts';
import type { MethodBody } from './method-body.ts';
import type { Step } from './trace.ts';
import type { ValueTrace } from './value-trace.ts';

const NONE = -1;

/** What is kept by its keys outside of what is followed: extras of intents, stored preferences, the channels of a bus, what workers are given, tags of views. */
export type Keeper = 'extra' | 'preference' | 'channel' | 'work' | 'tag';

const READERS: Record<Keeper, { names: RegExp; owners: RegExp }> = {
  extra: {
    names:
      /^get(?:\w*Extra|String|CharSequence|Int|Long|Double|Float|Serializable|Parcelable|StringArrayList|StringArray|ByteArray|Bundle|ParcelableArrayList)$/,
    owners: /^android\.(?:content\.Intent|os\.(?:Base)?Bundle)$/,
  },
  preference: {
    names: /^get(?:String|StringSet|Int|Long|Float|Boolean|All)$/,
    owners: /^android\.content\.SharedPreferences$/,
  },
  channel: { names: /^(?:get|with)$/, owners: /^com\.jeremyliao\.(?:liveeventbus|livebus)\.LiveEventBus$/ },
  work: {
    names: /^get(?:String|StringArray|Int|Long|Float|Double|Byte|\w+Array|KeyValueMap)$/,
    owners: /^androidx\.work\.Data$/,
  },
  tag: { names: /^getTag$/, owners: /^android\.view\.View$/ },
};
/** In place of the key of the tag that has none. */
const TAG = 'tag';

/** An instruction that asks for what is kept under a key. */
interface KeyReader extends Step {
  body: MethodBody;
  /** It asks for all keys at once. */
  all: boolean;
}

/** Who asks for what is kept by keys, found once for all values. */
export class KeyReaders {
  private readonly known = new Map<Keeper, readonly KeyReader[]>();

  constructor(
    private readonly program: FlowProgram,
    private readonly members: Members,
  ) {}

  /** In the order of the methods. */
  of(keeper: Keeper): readonly KeyReader[] {
    let readers = this.known.get(keeper);
    if (readers === undefined) {
      readers = this.program
        .callersOfMembers((name, owner) => this.isReader(name, owner, keeper))
        .flatMap((method) => this.readersIn(method, keeper));
      this.known.set(keeper, readers);
    }
    return readers;
  }

  private readersIn(method: number, keeper: Keeper): KeyReader[] {
    const body = this.program.body(method);
    if (body === null) return [];
    const found: KeyReader[] = [];
    body.code.instructions.forEach(({ kind, id }, index) => {
      if (kind !== FlowKind.INVOKE) return;
      const { name, owner } = this.members.of(method, id);
      if (!this.isReader(name, owner, keeper)) return;
      if (isFresh(body, body.reads[index]?.[0] ?? NONE)) return;
      found.push({ method, index, body, all: name === 'getAll' });
    });
    return found;
  }

  private isReader(name: string, owner: number, keeper: Keeper): boolean {
    const { names, owners } = READERS[keeper];
    const { hierarchy } = this.program;
    return names.test(name) && hierarchy.supertypes(owner).some((type) => owners.test(hierarchy.nameOfType(type)));
  }
}

/** What was made in the method itself got nothing from elsewhere. */
function isFresh({ definitions, code }: MethodBody, value: number): boolean {
  const definition = definitions[value];
  return definition?.kind === 'instruction' && code.instructions[definition.index]?.kind === FlowKind.NEW;
}

/** The step to a tag that a call sets or asks for: by its key, if it has one. */
export function tagAt(trace: ValueTrace, method: number, body: MethodBody, index: number): number {
  const { id } = body.code.instructions[index] as FlowInstruction;
  const { parameters } = trace.members.of(method, id);
  return (parameters[0] ?? 0) === NARROW ? trace.keyAt(method, body, index) : trace.paths.key(TAG);
}

/** Whether two methods are of one class, or of classes within one. */
function areNeighbours({ program }: ValueTrace, one: number, other: number): boolean {
  const [first, second] = [one, other].map((method) => program.hierarchy.nameOfType(program.typeOf(method)));
  return first?.split('$', 1)[0] === second?.split('$', 1)[0];
}

/** Has everyone get what was put under a key who asks for that key, or for one that is not known. */
export function giveToKeyReaders(trace: ValueTrace, keeper: Keeper, path: number, parent: number, at: Step): void {
  const { paths } = trace;
  if (paths.isWhole(path) || paths.head(path) >= 0 || !trace.trace.first(`${keeper} ${path}`)) return;
  for (const { method, index, body, all } of trace.keyReaders.of(keeper)) {
    // Tags are for the code that sets them; which view is which is not followed.
    if (keeper === 'tag' && !areNeighbours(trace, method, at.method)) continue;
    const step = keeper === 'tag' ? tagAt(trace, method, body, index) : trace.keyAt(method, body, index);
    const taken = paths.after(path, all ? CONTENT : step);
    if (taken < 0) continue;
    trace.trace.hold({
      context: trace.anyway(method),
      value: body.makes[index] as number,
      path: taken,
      moment: behind(index),
      parent,
      method: at.method,
      index: at.index,
      put: false,
    });
  }
}
