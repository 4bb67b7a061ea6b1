/**
 * Code that is small and whose call graph is not: every method leads to every other, or the same bytes are read over and
 * over. Each is the code of an application class, so that it runs at start.
 */
import { type LargeClass, largeDex } from './large-dex.ts';

export const APPLICATION = 'app.Start';
const START = 'Lapp/Start;';
const PLATFORM = 'Landroid/app/Application;';
const OBJECT = 'Ljava/lang/Object;';
const SUBSCRIBER = 'Landroid/telephony/TelephonyManager;->getDeviceId';
const RETURN = 0x0e;
const INVOKE_VIRTUAL = 0x6e;
const INVOKE_STATIC = 0x71;
const ONE_ARGUMENT = 1 << 12;
const NEW_INSTANCE = 0x22;
const IF_EQZ = 0x38;
const GOTO_16 = 0x29;

const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `Lapp/C${String(i).padStart(6, '0')};`);

/** @param code runs at start */
function started(code: NonNullable<LargeClass['code']>): LargeClass {
  return { name: START, superclass: PLATFORM, method: 'onCreate', code };
}

/** `calls` calls of a method that each of `classes` classes has, on an object that can be of any of them. */
export function everyCallLeadsEverywhere(classes: number, calls: number): Uint8Array {
  const names = numbered(classes);
  const base = 'Lapp/Base;';
  return largeDex(
    [
      { name: base, superclass: OBJECT, method: 'run', code: () => Uint16Array.of(RETURN) },
      ...names.map(
        (name): LargeClass => ({
          name,
          superclass: base,
          method: 'run',
          code: (indexOf) => Uint16Array.of(INVOKE_STATIC, indexOf(SUBSCRIBER), 0, RETURN),
        }),
      ),
      started((indexOf) => {
        // Every second class skips to the calls, as far as a branch reaches.
        const makes = names.flatMap((name) => [NEW_INSTANCE, indexOf(name)]);
        const branches: number[] = [];
        for (let i = 0; i < makes.length; i += 2) branches.push(makes[i] ?? 0, makes[i + 1] ?? 0, IF_EQZ | (1 << 8), 0);
        for (let i = 3; i < branches.length; i += 4) branches[i] = Math.min(32_767, branches.length - (i - 1));
        const call = [INVOKE_VIRTUAL | ONE_ARGUMENT, indexOf(`${base}->run`), 0];
        return Uint16Array.from([...branches, ...Array.from({ length: calls }, () => call).flat(), RETURN]);
      }),
    ],
    [SUBSCRIBER],
  );
}

/** `methods` methods that all have the same code of `units` code units. */
export function manyMethodsOfOneCode(methods: number, units: number): Uint8Array {
  const names = numbered(methods);
  return largeDex(
    [
      ...names.map(
        (name, i): LargeClass => ({
          name,
          superclass: OBJECT,
          shares: i > 0,
          code: (indexOf) => {
            const call = [INVOKE_STATIC, indexOf(SUBSCRIBER), 0];
            return Uint16Array.from([...Array.from({ length: Math.floor(units / 3) }, () => call).flat(), RETURN]);
          },
        }),
      ),
      started((indexOf) =>
        Uint16Array.from([...names.flatMap((name) => [INVOKE_STATIC, indexOf(`${name}->run`), 0]), RETURN]),
      ),
    ],
    [SUBSCRIBER],
  );
}

/** Classes each of which extends the one before, an object of each, and calls on the first of them. */
export function everyClassIsEveryOther(depth: number, calls: number): Uint8Array {
  const names = numbered(depth);
  return largeDex(
    [
      ...names.map(
        (name, i): LargeClass => ({
          name,
          superclass: names[i - 1] ?? OBJECT,
          method: 'run',
          code: () => Uint16Array.of(RETURN),
        }),
      ),
      started((indexOf) => {
        const makes = names.flatMap((name) => [NEW_INSTANCE, indexOf(name)]);
        const call = [INVOKE_VIRTUAL | ONE_ARGUMENT, indexOf(`${names[0]}->run`), 1];
        return Uint16Array.from([...makes, ...Array.from({ length: calls }, () => call).flat(), RETURN]);
      }),
    ],
    [],
  );
}

/** Methods each of which calls the next and the platform. */
export function oneLongPath(depth: number): Uint8Array {
  const names = numbered(depth);
  return largeDex(
    [
      ...names.map(
        (name, i): LargeClass => ({
          name,
          superclass: OBJECT,
          code: (indexOf) => {
            const next = names[i + 1];
            const call = next === undefined ? [] : [INVOKE_STATIC, indexOf(`${next}->run`), 0];
            return Uint16Array.from([INVOKE_STATIC, indexOf(SUBSCRIBER), 0, ...call, RETURN]);
          },
        }),
      ),
      started((indexOf) => Uint16Array.from([INVOKE_STATIC, indexOf(`${names[0]}->run`), 0, RETURN])),
    ],
    [SUBSCRIBER],
  );
}

/** A method in which a branch leads from each place back to the start, and all registers are written between. */
export function manyLoops(branches: number): Uint8Array {
  return largeDex(
    [
      started((indexOf) => {
        const units: number[] = [];
        for (let i = 0; i < branches; i++) {
          units.push(
            NEW_INSTANCE | ((i % 15) << 8),
            indexOf(START),
            IF_EQZ | ((i % 15) << 8),
            -Math.min(units.length + 2, 32_000) & 0xffff,
          );
        }
        return Uint16Array.from([...units, GOTO_16, 1 & 0xffff, RETURN]);
      }),
    ],
    [],
  );
}
