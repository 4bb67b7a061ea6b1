import { type FlowInstruction, FlowKind } from '../model/flow-code.ts';
import { CONTENT, WHOLE } from './access-path.ts';
import { behind } from './code-order.ts';
import type { Step } from './trace.ts';
import type { ValueTrace } from './value-trace.ts';

const NONE = -1;

/** What is kept by its keys outside of what is followed: extras of intents, stored preferences, the channels of a bus, what workers are given. */
export type Keeper = 'extra' | 'preference' | 'channel' | 'work';

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
};

/** Has everyone get what was put under a key who asks for that key, or for one that is not known. */
export function giveToKeyReaders(trace: ValueTrace, keeper: Keeper, path: number, parent: number, at: Step): void {
  const { paths, program } = trace;
  if (path === WHOLE || paths.head(path) >= 0 || !trace.trace.first(`${keeper} ${path}`)) return;
  const { names, owners } = READERS[keeper];
  const { hierarchy } = program;
  for (const method of program.callersByName(names)) {
    const body = program.body(method);
    if (body === null) continue;
    const context = trace.anyway(method);
    body.code.instructions.forEach((instruction: FlowInstruction, index) => {
      if (instruction.kind !== FlowKind.INVOKE || !names.test(trace.members.of(method, instruction.id).name)) return;
      const member = trace.members.of(method, instruction.id);
      const isReader = hierarchy.supertypes(member.owner).some((type) => owners.test(hierarchy.nameOfType(type)));
      if (!isReader || isFresh(body, body.reads[index]?.[0] ?? NONE)) return;
      const key = member.name === 'getAll' ? CONTENT : trace.keyAt(context, body, index);
      trace.trace.hold({
        context,
        value: body.makes[index] as number,
        path: paths.after(path, key),
        moment: behind(index),
        parent,
        method: at.method,
        index: at.index,
        put: false,
      });
    });
  }

  /** What was made in the method itself got nothing from elsewhere. */
  function isFresh({ definitions, code }: NonNullable<ReturnType<typeof program.body>>, value: number): boolean {
    const definition = definitions[value];
    return definition?.kind === 'instruction' && code.instructions[definition.index]?.kind === FlowKind.NEW;
  }
}
