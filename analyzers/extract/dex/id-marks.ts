import { protoDescriptor } from '../../formats/dex/descriptor.ts';
import { DexError } from '../../formats/dex/dex-error.ts';
import type { DexFile } from '../../formats/dex/dex-file.ts';
import { ValueType } from '../../formats/dex/encoded-value.ts';
import {
  callSiteArguments,
  type HandleTables,
  HandleType,
  methodHandle,
  readHandleTables,
} from '../../formats/dex/method-handle.ts';
import type { WorkBudget } from '../../model/work-budget.ts';
import type { DexWatch } from './dex-watch.ts';
import { Heirs } from './heirs.ts';

/** Which ids of one DEX file are watched; what an instruction's index operand is looked up in. */
export interface IdMarks {
  /** By method_id and field_id: position in `DexWatch.members` plus one, 0 for unwatched. */
  methods: Uint16Array;
  fields: Uint16Array;
  /** By string_id: 1 for watched. */
  strings: Uint8Array;
  /** By method handle and by call site: 1 where it leads to something watched. */
  methodHandles: Uint8Array;
  callSites: Uint8Array;
  handles: HandleTables;
  /** Ids that could not be read. */
  unreadable: number;
}

/** Looks every id of a DEX file up once; bad ids are counted and stay unwatched. */
export function markIds(dex: DexFile, watch: DexWatch, budget: WorkBudget): IdMarks {
  const { bytes, stringStarts, typeStarts } = dex;
  const marks: IdMarks = {
    methods: new Uint16Array(dex.methodCount),
    fields: new Uint16Array(dex.fieldCount),
    strings: new Uint8Array(dex.stringCount),
    methodHandles: new Uint8Array(0),
    callSites: new Uint8Array(0),
    handles: { callSites: { count: 0, offset: 0 }, methodHandles: { count: 0, offset: 0 } },
    unreadable: 0,
  };
  // Called for few ids of many: a closure in the loop itself would cost at every turn.
  const attempt = (read: (id: number, watched: number) => void, id: number, watched: number): void => {
    if (budget.spent) return;
    try {
      read(id, watched);
    } catch (error) {
      if (!(error instanceof DexError)) throw error;
      marks.unreadable++;
      budget.fail();
    }
  };

  for (let i = 0; i < stringStarts.length; i++) if ((stringStarts[i] as number) < 0) marks.unreadable++;
  const strings = watch.strings.findAll(bytes, stringStarts, watch.prefixStrings);
  for (let hit = 0; hit < strings.length; hit += 2) marks.strings[strings[hit] as number] = 1;

  /** By type_id: position in `DexWatch.classMembers` plus one. */
  const classes = new Uint16Array(dex.typeCount);
  for (let i = 0; i < typeStarts.length; i++) if ((typeStarts[i] as number) < 0) marks.unreadable++;
  const types = watch.classes.findAll(bytes, typeStarts, 0);
  for (let hit = 0; hit < types.length; hit += 2) classes[types[hit] as number] = (types[hit + 1] as number) + 1;

  const heirs = new Heirs(dex, classes, budget);
  const inheritable = inheritableNames(dex, watch, budget);
  const markMethod = (method: number, watched: number): void => {
    if (classes[dex.methodClass(method)] === 0 && (!inheritable(dex.methodName(method)) || heirs.declares(method))) {
      return;
    }
    const name = dex.string(dex.methodName(method));
    budget.spend(name.length);
    const descriptor = (): string => {
      const text = protoDescriptor(dex, dex.methodProto(method));
      budget.spend(text.length);
      return text;
    };
    const found = watchedMember(watch, watched - 1, 'method', name, descriptor);
    marks.methods[method] = found;
    // The nearest watched class may have the member from another above it.
    if (found !== 0 || !inheritable(dex.methodName(method))) return;
    for (const above of heirs.watchedBeyond(method)) {
      marks.methods[method] = watchedMember(watch, above - 1, 'method', name, descriptor);
      if (marks.methods[method] !== 0) return;
    }
  };
  const { methodHalves, fieldHalves } = dex;
  for (let i = 0; i < dex.methodCount; i++) {
    const type = methodHalves[4 * i] as number;
    const own = classes[type];
    const watched = own === 0 ? heirs.watchedAbove(type) : own;
    if (watched === undefined) marks.unreadable++;
    else if (watched > 0) attempt(markMethod, i, watched);
  }
  const markField = (field: number, watched: number): void => {
    const name = dex.string(dex.fieldName(field));
    budget.spend(name.length);
    const descriptor = (): string => dex.typeDescriptor(dex.fieldType(field));
    marks.fields[field] = watchedMember(watch, watched - 1, 'field', name, descriptor);
  };
  for (let i = 0; i < dex.fieldCount; i++) {
    const watched = classes[fieldHalves[4 * i] as number];
    if (watched === undefined) marks.unreadable++;
    else if (watched > 0) attempt(markField, i, watched);
  }

  const readHandles = (): void => {
    marks.handles = readHandleTables(dex);
  };
  attempt(readHandles, 0, 0);
  const { methodHandles, callSites } = marks.handles;
  marks.methodHandles = new Uint8Array(methodHandles.count);
  for (let i = 0; i < methodHandles.count; i++) {
    if (handleMember(dex, marks, i) > 0) marks.methodHandles[i] = 1;
  }
  marks.callSites = new Uint8Array(callSites.count);
  const markCallSite = (callSite: number): void => {
    const values = callSiteArguments(dex, marks.handles, callSite);
    while (values?.next()) {
      const watched = values.type === ValueType.STRING ? marks.strings : marks.methodHandles;
      const counts = values.type === ValueType.STRING || values.type === ValueType.METHOD_HANDLE;
      if (counts && watched[values.value] === 1) marks.callSites[callSite] = 1;
    }
  };
  for (let i = 0; i < callSites.count; i++) attempt(markCallSite, i, 0);
  return marks;
}

/** Tells of a string_id whether it is the name of a method that classes of the file may inherit; decodes each once. */
function inheritableNames(dex: DexFile, watch: DexWatch, budget: WorkBudget): (name: number) => boolean {
  const UNKNOWN = 0;
  const WATCHED = 1;
  const OTHER = 2;
  const known = new Uint8Array(dex.stringCount);
  return (name) => {
    if (known[name] === UNKNOWN) {
      const text = dex.string(name);
      budget.spend(text.length);
      known[name] = watch.inheritedNames.has(text) ? WATCHED : OTHER;
    }
    return known[name] === WATCHED;
  };
}

/** Position in `DexWatch.members` plus one of what a method handle calls or reads, 0 for unwatched. */
export function handleMember(dex: DexFile, marks: IdMarks, handle: number): number {
  const { type, index } = methodHandle(dex, marks.handles, handle);
  if (type > HandleType.INSTANCE_GET) return marks.methods[index] ?? 0;
  return type === HandleType.STATIC_GET || type === HandleType.INSTANCE_GET ? (marks.fields[index] ?? 0) : 0;
}

function watchedMember(
  watch: DexWatch,
  watchedClass: number,
  kind: 'method' | 'field',
  name: string,
  descriptor: () => string,
): number {
  const position = watch.classMembers[watchedClass]?.get(name);
  if (position === undefined) return 0;
  const member = watch.members[position];
  if (member?.kind !== kind) return 0;
  return member.descriptors === null || member.descriptors.includes(descriptor()) ? position + 1 : 0;
}
