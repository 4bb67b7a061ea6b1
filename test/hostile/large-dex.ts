/** Writes DEX files of sizes that no compiler reaches; like dex-builder, but in one buffer. */
import { withSums } from '../formats/dex/dex-builder.ts';

export interface LargeClass {
  /** Descriptor. */
  name: string;
  /** Descriptor of the superclass. */
  superclass: string;
  /** The code of its one method; indices of methods are asked for by `owner->name`, of types by their descriptor. */
  code: ((indexOf: (key: string) => number) => Uint16Array) | null;
  /** Name of the method, `()V`; a static `run` where it is absent, else one with an instance. */
  method?: string;
  /** The method has the code of the class before. */
  shares?: boolean;
}

const nameOf = ({ method = 'run' }: LargeClass): string => method;
const REGISTERS = 16;

const HEADER = 0x70;
const ACC_PUBLIC = 1;
const ACC_PUBLIC_STATIC = 9;

/** @param references methods `()V` that code calls, as `Lowner;->name` */
export function largeDex(classes: LargeClass[], references: string[]): Uint8Array {
  const methods = [
    ...references,
    ...classes.filter(({ code }) => code !== null).map((each) => `${each.name}->${nameOf(each)}`),
  ];
  const owners = methods.map((key) => key.slice(0, key.indexOf('->')));
  const typeNames = sorted([
    'Ljava/lang/Object;',
    'V',
    ...classes.flatMap(({ name, superclass }) => [name, superclass]),
    ...owners,
  ]);
  const strings = sorted([...typeNames, ...methods.map((key) => key.slice(key.indexOf('->') + 2))]);
  const stringIndex = new Map(strings.map((text, i) => [text, i]));
  const typeIndex = new Map(typeNames.map((text, i) => [text, i]));
  const methodKeys = sorted(methods);
  const methodIndex = new Map(methodKeys.map((key, i) => [key, i]));

  const at = { strings: HEADER, types: 0, protos: 0, methods: 0, classes: 0, data: 0 };
  at.types = at.strings + 4 * strings.length;
  at.protos = at.types + 4 * typeNames.length;
  at.methods = at.protos + 12;
  at.classes = at.methods + 8 * methodKeys.length;
  at.data = at.classes + 32 * classes.length;

  const head = Buffer.alloc(at.data);
  const data: Buffer[] = [];
  let end = at.data;
  const put = (bytes: Buffer): number => {
    const offset = end;
    data.push(bytes);
    end += bytes.length;
    return offset;
  };
  for (const [i, text] of strings.entries()) {
    head.writeUInt32LE(
      put(Buffer.from([...uleb128(text.length), ...Buffer.from(text, 'latin1'), 0])),
      at.strings + 4 * i,
    );
  }
  for (const [i, name] of typeNames.entries()) head.writeUInt32LE(stringIndex.get(name) ?? 0, at.types + 4 * i);
  head.writeUInt32LE(stringIndex.get('V') ?? 0, at.protos);
  head.writeUInt32LE(typeIndex.get('V') ?? 0, at.protos + 4);
  for (const [i, key] of methodKeys.entries()) {
    const arrow = key.indexOf('->');
    head.writeUInt16LE((typeIndex.get(key.slice(0, arrow)) ?? 0) & 0xffff, at.methods + 8 * i);
    head.writeUInt32LE(stringIndex.get(key.slice(arrow + 2)) ?? 0, at.methods + 8 * i + 4);
  }
  let item = 0;
  for (const [i, each] of classes.entries()) {
    const { name, superclass, code, method } = each;
    const record = at.classes + 32 * i;
    head.writeUInt32LE(typeIndex.get(name) ?? 0, record);
    head.writeUInt32LE(1, record + 4);
    head.writeUInt32LE(typeIndex.get(superclass) ?? 0, record + 8);
    head.writeUInt32LE(0xffffffff, record + 16);
    if (code === null) continue;
    if (each.shares !== true) {
      put(Buffer.alloc((4 - (end % 4)) % 4));
      item = put(
        codeItem(
          code((key) => methodIndex.get(key) ?? typeIndex.get(key) ?? 0),
          method === undefined ? 0 : 1,
        ),
      );
    }
    const index = methodIndex.get(`${name}->${nameOf(each)}`) ?? 0;
    head.writeUInt32LE(end, record + 24);
    const counts = method === undefined ? [0, 0, 1, 0] : [0, 0, 0, 1];
    const access = method === undefined ? ACC_PUBLIC_STATIC : ACC_PUBLIC;
    put(Buffer.from([...counts, ...uleb128(index), ...uleb128(access), ...uleb128(item)]));
  }
  put(Buffer.alloc((4 - (end % 4)) % 4));
  head.write('dex\n035\0', 0, 'latin1');
  head.writeUInt32LE(end, 0x20);
  head.writeUInt32LE(HEADER, 0x24);
  head.writeUInt32LE(0x12345678, 0x28);
  const tables = [
    [strings.length, at.strings],
    [typeNames.length, at.types],
    [1, at.protos],
    [0, 0],
    [methodKeys.length, at.methods],
    [classes.length, at.classes],
  ];
  for (const [i, [count = 0, offset = 0]] of tables.entries()) {
    head.writeUInt32LE(count, 0x38 + 8 * i);
    head.writeUInt32LE(offset, 0x3c + 8 * i);
  }
  return withSums(new Uint8Array(Buffer.concat([head, ...data])));
}

function codeItem(units: Uint16Array, ins: number): Buffer {
  const item = Buffer.alloc(16 + 2 * units.length);
  item.writeUInt16LE(REGISTERS, 0);
  item.writeUInt16LE(ins, 2);
  item.writeUInt32LE(units.length, 12);
  Buffer.from(units.buffer, units.byteOffset, units.byteLength).copy(item, 16);
  return item;
}

function sorted(texts: string[]): string[] {
  return [...new Set(texts)].sort((a, b) => (a < b ? -1 : 1));
}

function uleb128(value: number): number[] {
  const bytes: number[] = [];
  for (; value >= 0x80; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return [...bytes, value];
}

const SUBSCRIBER = 'Landroid/telephony/TelephonyManager;->getDeviceId';
const RETURN = 0x0e;

/** What fills a giant method. */
export type Filling = 'nothing' | 'calls' | 'branches' | 'own-calls';

/** One class whose one method takes `bytes` bytes, filled and with a sensitive call at its end. */
export function giantMethod(bytes: number, filling: Filling): Uint8Array {
  const name = 'Lapp/Giant;';
  const code = (method: (key: string) => number): Uint16Array => {
    const units = new Uint16Array(bytes / 2);
    const last = units.length - 4;
    const patterns: Record<Filling, number[]> = {
      nothing: [0],
      calls: [0x0071, method(SUBSCRIBER), 0],
      // if-eqz v0, +2
      branches: [0x0038, 2],
      'own-calls': [0x0071, method(`${name}->run`), 0],
    };
    const pattern = patterns[filling];
    for (let i = 0; i + pattern.length <= last; i += pattern.length) units.set(pattern, i);
    units.set([0x0071, method(SUBSCRIBER), 0, RETURN], last);
    return units;
  };
  return largeDex([{ name, superclass: 'Ljava/lang/Object;', code }], [SUBSCRIBER]);
}

/** Classes each of which extends the next, the last of which calls a sensitive method. */
export function deepHierarchy(depth: number): Uint8Array {
  const typeOf = (i: number) => `Lapp/C${String(i).padStart(6, '0')};`;
  const classes = Array.from({ length: depth }, (_, i): LargeClass => {
    const superclass = i + 1 < depth ? typeOf(i + 1) : 'Ljava/lang/Object;';
    const code = (method: (key: string) => number) =>
      i + 1 < depth
        ? Uint16Array.of(0x0071, method(`${typeOf(i + 1)}->run`), 0, RETURN)
        : Uint16Array.of(0x0071, method(SUBSCRIBER), 0, RETURN);
    return { name: typeOf(i), superclass, code };
  });
  return largeDex(classes, [SUBSCRIBER]);
}

/** Classes that all share one list of fields, which claims more of them than the bytes behind it are. */
export function sharedEndlessFields(classes: number, bytes: number): Uint8Array {
  const dex = Buffer.from(deepHierarchy(classes));
  const list = Buffer.alloc(bytes, 1);
  // 2^28 - 1 static fields, no others, no methods; a number of more than five bytes at the end.
  list.set([0xff, 0xff, 0xff, 0x7f, 0, 0, 0]);
  list.fill(0xff, bytes - 8);
  const whole = Buffer.concat([dex, list]);
  whole.writeUInt32LE(whole.length, 0x20);
  const count = whole.readUInt32LE(0x60);
  const table = whole.readUInt32LE(0x64);
  for (let at = table; at < table + 32 * count; at += 32) whole.writeUInt32LE(dex.length, at + 24);
  return withSums(whole);
}
