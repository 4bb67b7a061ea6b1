/**
 * Writes Java for every callback type of signatures/implicit-edges that the given API jar has: an implementation that is
 * handed to the framework and one that is only built. Called by ../build.sh: callbacks-by-type.ts API.jar FOLDER.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type JarMethod, readJar } from './android-jar.ts';
import { inSource, isVisible, lineage, overriding, simplestConstructor, zero } from './implementation.ts';

interface Callbacks {
  callbacks: Record<string, string[]>;
  userCallbacks: Record<string, string[]>;
}

/** Which call hands an object of a type over. */
interface Taker {
  owner: string;
  method: JarMethod;
  position: number;
}

const [jarFile = '', folder = ''] = process.argv.slice(2);
const EDGES = fileURLToPath(new URL('../../../signatures/implicit-edges', import.meta.url));
const PACKAGE = 'org.example.callbacksbytype';
const jar = readJar(jarFile);

/** By the type they take: public methods of public classes that take null for everything else; registering ones before others. */
function takersByType(): Map<string, Taker> {
  const takers = new Map<string, Taker>();
  for (const owner of [...jar.values()].filter(isVisible)) {
    for (const method of owner.methods) {
      if (!method.modifiers.has('public') || UNREGISTERS.test(method.name)) continue;
      if (method.name === '<init>' && (owner.modifiers.has('abstract') || owner.isInterface)) continue;
      method.parameters.forEach((type, position) => {
        const before = takers.get(type);
        const better = before === undefined || (REGISTERS.test(method.name) && !REGISTERS.test(before.method.name));
        if (type !== owner.name && better) takers.set(type, { owner: owner.name, method, position });
      });
    }
  }
  return takers;
}

const REGISTERS = /^(?:set|add|register|request|listen|open|start)/;
const UNREGISTERS = /^(?:remove|unregister|cancel|clear|delete|stop)/;

/** Null where the type cannot be extended from outside its package. */
function implementation(name: string, members: string[]): ((variant: string) => string) | null {
  const type = jar.get(name);
  if (!isVisible(type) || type.modifiers.has('final')) return null;
  const maker = simplestConstructor(type);
  if (!type.isInterface && maker === undefined) return null;
  const given = maker?.parameters.map(zero).join(', ') ?? '';
  const methods = overriding(jar, name, members);
  const relation = type.isInterface ? 'implements' : 'extends';
  return (variant) => {
    const body = given === '' ? methods : [`${variant}() { super(${given}); }`, ...methods];
    const lines = body.map((line) => `        ${line}`);
    return [`    static class ${variant} ${relation} ${inSource(name)} {`, ...lines, '    }'].join('\n');
  };
}

function handOver({ owner, method, position }: Taker): string {
  const values = method.parameters.map((type, index) => (index === position ? 'new Reached()' : zero(type))).join(', ');
  if (method.name === '<init>') return `new ${inSource(owner)}(${values})`;
  if (method.modifiers.has('static')) return `${inSource(owner)}.${method.name}(${values})`;
  return `org.example.reach.Given.<${inSource(owner)}>of(host).${method.name}(${values})`;
}

const callbacks = new Map<string, string[]>();
for (const file of readdirSync(EDGES).sort()) {
  const signature = JSON.parse(readFileSync(join(EDGES, file), 'utf8')) as Callbacks;
  // Of one type some members can be called at once and others when the user acts.
  for (const [type, members] of [...Object.entries(signature.callbacks), ...Object.entries(signature.userCallbacks)]) {
    callbacks.set(type, [...(callbacks.get(type) ?? []), ...members]);
  }
}

mkdirSync(folder, { recursive: true });
const takers = takersByType();
const drivers: string[] = [];
for (const [type, members] of [...callbacks].sort(([a], [b]) => (a < b ? -1 : 1))) {
  // Adapters and other subclasses are handed over as what they extend.
  const [taker] = lineage(jar, type).flatMap(({ name }) => takers.get(name) ?? []);
  const implement = implementation(type, members);
  if (taker === undefined || implement === null) continue;
  const name = type.replace('android.', '').replaceAll(/[.$]/g, '_');
  drivers.push(name);
  const text = `package ${PACKAGE};

@SuppressWarnings({"unchecked", "rawtypes"})
final class ${name} {
    static void drive(android.app.Activity host) throws Exception {
        ${handOver(taker)};
        org.example.reach.Kept.last = new Unreached();
    }

${implement('Reached')}

${implement('Unreached')}
}
`;
  writeFileSync(join(folder, `${name}.java`), text);
}
writeFileSync(
  join(folder, 'Drive.java'),
  `package ${PACKAGE};

final class Drive {
    static void all(android.app.Activity host) throws Exception {
${drivers.map((name) => `        ${name}.drive(host);`).join('\n')}
    }
}
`,
);
