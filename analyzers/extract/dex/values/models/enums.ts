import { ArrayObject, Instance, type Value } from '../value.ts';

const ENUM = 'Ljava/lang/Enum;';
const NAME = `${ENUM}.name`;
const ORDINAL = `${ENUM}.ordinal`;

/** What the constructor of java.lang.Enum, called for a constant, keeps of its arguments. */
export function constructEnum(owner: string, [self, name, ordinal]: readonly Value[]): void {
  if (owner !== ENUM || !(self instanceof Instance) || name === undefined || ordinal === undefined) return;
  self.fields.set(NAME, name);
  self.fields.set(ORDINAL, ordinal);
}

/** What a constant of an enum says of itself, and a copy of an array; undefined for other members. */
export function ofOwnObject(self: Value | undefined, name: string): Value | undefined {
  if (self instanceof ArrayObject) {
    return name === 'clone'
      ? new ArrayObject(self.type, self.elements === null ? null : [...self.elements])
      : undefined;
  }
  if (!(self instanceof Instance)) return undefined;
  if (name === 'name' || name === 'toString') return self.fields.get(NAME);
  return name === 'ordinal' ? self.fields.get(ORDINAL) : undefined;
}
