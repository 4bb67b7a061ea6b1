import { readFileSync } from 'node:fs';
import { ClassDataReader } from '../../analyzers/formats/dex/class-data.ts';
import { CodeItem } from '../../analyzers/formats/dex/code-item.ts';
import { readDexContainer } from '../../analyzers/formats/dex/container.ts';
import { javaType, methodSignature } from '../../analyzers/formats/dex/descriptor.ts';
import type { DexFile } from '../../analyzers/formats/dex/dex-file.ts';
import { OPCODE_UNITS } from '../../analyzers/formats/dex/opcodes.ts';
import { payloadUnits } from '../../analyzers/formats/dex/payload.ts';
import { readZip } from '../../analyzers/formats/zip.ts';
import type { Catalogue } from '../../analyzers/model/catalogue.ts';
import type { Location } from '../../analyzers/model/location.ts';

interface Place {
  dex: DexFile;
  insns: number;
  size: number;
}

/** What the instruction at an offset refers to. */
interface Instruction {
  opcode: number;
  /** Class, and the method's name and Java parameter types. */
  owner: string;
  signature: string;
  parameters: string[];
}

/**
 * Checks steps of paths against the bytes: reads single instructions by the tables of the DEX format, with nothing of
 * the call graph.
 */
export class StepChecker {
  /** A bridge has the name and the parameters of what it leads to. */
  private readonly methods = new Map<string, Place[]>();
  private readonly supertypes = new Map<string, string[]>();
  private readonly ancestors = new Map<string, ReadonlySet<string>>();

  constructor(
    apk: string,
    private readonly catalogue: Catalogue,
  ) {
    const { entries } = readZip(readFileSync(apk));
    for (const entry of entries) {
      if (!/^classes\d*\.dex$/.test(entry.path)) continue;
      for (const dex of readDexContainer(entry.read()).files) this.index(entry.path, dex);
    }
  }

  private index(file: string, dex: DexFile): void {
    const data = new ClassDataReader(dex.bytes);
    for (let def = 0; def < dex.classCount; def++) {
      const name = javaType(dex.typeDescriptor(dex.classType(def)));
      const interfaces = dex.interfacesOffset(def);
      const types = [dex.superclass(def), ...(interfaces === 0 ? [] : dex.typeList(interfaces, 1000))];
      const named = types.filter((type) => type !== 0xffffffff).map((type) => javaType(dex.typeDescriptor(type)));
      if (!this.supertypes.has(name)) this.supertypes.set(name, named);
      if (dex.classDataOffset(def) === 0) continue;
      data.open(dex.classDataOffset(def));
      while (data.nextField());
      while (data.nextMethod()) {
        const code = new CodeItem(dex.bytes);
        if (data.codeOffset === 0) continue;
        code.open(data.codeOffset);
        const key = `${file} ${name} ${methodSignature(dex, data.index)}`;
        this.methods.set(key, [
          ...(this.methods.get(key) ?? []),
          { dex, insns: code.insnsOffset, size: code.insnsSize },
        ]);
      }
    }
  }

  isSubtype(type: string, of: string): boolean {
    return type === of || of === 'java.lang.Object' || this.ancestorsOf(type).has(of);
  }

  private ancestorsOf(type: string): ReadonlySet<string> {
    let found = this.ancestors.get(type);
    if (found === undefined) {
      const all = new Set([type]);
      for (const each of all) {
        for (const next of this.supertypes.get(each) ?? this.catalogue.classHierarchy[each] ?? []) all.add(next);
      }
      found = all;
      this.ancestors.set(type, found);
    }
    return found;
  }

  /** The instruction at an offset, null where none of those begins there that a path may go over. */
  private at({ dex, insns }: Place, offset: number): Instruction | null {
    const { bytes } = dex;
    const opcode = bytes[insns + 2 * offset] as number;
    const index = (bytes[insns + 2 * offset + 2] as number) | ((bytes[insns + 2 * offset + 3] as number) << 8);
    if (opcode === 0x11) return { opcode, owner: '', signature: '', parameters: [] };
    if (opcode === 0x22) {
      return { opcode, owner: javaType(dex.typeDescriptor(index)), signature: '', parameters: [] };
    }
    if (opcode >= 0x60 && opcode <= 0x6d) {
      return { opcode, owner: javaType(dex.typeDescriptor(dex.fieldClass(index))), signature: '', parameters: [] };
    }
    if (opcode < 0x6e || opcode > 0x78) return null;
    const parameters = dex.protoParameters(dex.methodProto(index)).map((type) => javaType(dex.typeDescriptor(type)));
    const named = javaType(dex.typeDescriptor(dex.methodClass(index)));
    return { opcode, owner: named, signature: methodSignature(dex, index), parameters };
  }

  /** Opcode of the instruction that begins at a place, null where none does. */
  opcodeAt({ file, class: owner, method, offset }: Location): number | null {
    for (const { dex, insns, size } of this.methods.get(`${file} ${owner} ${method}`) ?? []) {
      for (let at = 0; at < size; ) {
        const opcode = dex.bytes[insns + 2 * at] as number;
        if (at === offset) return opcode;
        const payload = opcode === 0 && dex.bytes[insns + 2 * at + 1] !== 0;
        at += payload ? payloadUnits(dex.bytes, insns + 2 * at) : (OPCODE_UNITS[opcode] as number);
      }
    }
    return null;
  }

  /** Class and name of every method with code. */
  withCode(): (readonly [owner: string, name: string])[] {
    return [...this.methods.keys()].map((key) => {
      const [, owner = '', method = ''] = key.split(' ');
      return [owner, method.split('(')[0] ?? ''] as const;
    });
  }

  /** Whether a member, as `class.name`, is called at a place, by its class or one below it. */
  calls(place: Location, member: string): boolean {
    const dot = member.lastIndexOf('.');
    return (this.methods.get(`${place.file} ${place.class} ${place.method}`) ?? []).some((each) => {
      const at = this.at(each, place.offset ?? -1);
      return at?.signature.split('(')[0] === member.slice(dot + 1) && this.isSubtype(at.owner, member.slice(0, dot));
    });
  }

  /** Why a step cannot be; null when it can. */
  wrong(from: Location, to: Location): string | null {
    const places = this.methods.get(`${from.file} ${from.class} ${from.method}`) ?? [];
    const reasons = places.map((place) => this.wrongAt(place, from.offset ?? -1, to));
    return reasons.includes(null) ? null : (reasons[0] ?? 'no such method');
  }

  private wrongAt(place: Place, offset: number, to: Location): string | null {
    const at = offset < 0 ? null : this.at(place, offset);
    if (at === null) return 'no call stands there';
    const owner = to.class ?? '';
    const name = (to.method ?? '').split('(')[0] ?? '';
    if (name === '<clinit>' && this.isSubtype(at.owner, owner)) return null;
    const related = this.isSubtype(owner, at.owner) || this.isSubtype(at.owner, owner);
    if (at.signature === to.method && (related || this.isJoined(owner, at.owner))) return null;
    if (at.opcode === 0x22 && this.isSubtype(at.owner, owner) && this.isCalledOnObjects(at.owner, name)) return null;
    if (REFLECTION.has(`${at.owner}.${at.signature.split('(')[0]}`)) return null;
    return this.isImplicit(at, owner, name)
      ? null
      : `${at.owner}.${at.signature} does not lead to ${owner}.${to.method}`;
  }

  /** A class inherits an interface's method from a superclass that does not know the interface. */
  private isJoined(owner: string, called: string): boolean {
    return [...this.supertypes.keys()].some((type) => this.isSubtype(type, owner) && this.isSubtype(type, called));
  }

  private isCalledOnObjects(type: string, name: string): boolean {
    return Object.values(this.catalogue.entryPoints).some(
      ({ rooted, classes }) =>
        rooted === 'annotated' ||
        (rooted === 'instantiated' &&
          Object.entries(classes).some(([each, members]) => this.isSubtype(type, each) && has(members, name))),
    );
  }

  private isImplicit({ opcode, owner, signature, parameters }: Instruction, target: string, name: string): boolean {
    const called = signature.split('(')[0];
    const fits = (type: string): boolean =>
      type === '*' ||
      [...this.supertypes.keys()].some((each) => this.isSubtype(each, type) && this.isSubtype(each, target));
    if (this.isShown(opcode, owner, called ?? '', parameters, name, fits)) return true;
    return Object.values(this.catalogue.implicitEdges).some(({ edges, callbacks, userCallbacks }) => {
      const isEdge = edges.some(({ trigger, target: type, members, carrier }) => {
        const path = trigger.split('(')[0] ?? '';
        const dot = path.lastIndexOf('.');
        if (path.slice(dot + 1) !== called || !this.isSubtype(owner, path.slice(0, dot))) return false;
        return fits(type) && (has(members, name) || (carrier === 'class-constant' && name === '<init>'));
      });
      if (isEdge) return true;
      return [...Object.entries(callbacks), ...Object.entries(userCallbacks)].some(
        ([type, members]) =>
          has(members, name) &&
          fits(type) &&
          (opcode === 0x11 ||
            parameters.some((parameter) => this.isSubtype(parameter, type) || this.isSubtype(type, parameter))),
      );
    });
  }

  /** A call shows what it is made on, or gives the framework what that may show; a return gives it, too. */
  private isShown(
    opcode: number,
    owner: string,
    called: string,
    parameters: readonly string[],
    name: string,
    fits: (type: string) => boolean,
  ): boolean {
    return Object.values(this.catalogue.entryPoints).some(({ classes, shownBy = [] }) => {
      const isShowing = shownBy.some((path) => {
        const dot = path.lastIndexOf('.');
        return path.slice(dot + 1) === called && this.isSubtype(owner, path.slice(0, dot));
      });
      if (shownBy.length === 0) return false;
      return Object.entries(classes).some(([type, members]) => {
        if (!has(members, name) || !fits(type)) return false;
        const isGiven = parameters.some((each) => this.isSubtype(each, type) || this.isSubtype(type, each));
        return isShowing || opcode === 0x11 || isGiven;
      });
    });
  }
}

/** What runs another method by its name. */
const REFLECTION = new Set([
  'java.lang.Class.forName',
  'java.lang.Class.newInstance',
  'java.lang.reflect.Constructor.newInstance',
  'java.lang.reflect.Method.invoke',
]);

function has(members: readonly string[], name: string): boolean {
  return members.some((member) => member === '*' || member.split('(')[0] === name);
}
