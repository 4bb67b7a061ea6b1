/**
 * Writes Java for every callback type of signatures/implicit-edges that the given API jar has: an implementation that is
 * handed to the framework and one that is only built. Called by ../build.sh: generate.ts API.jar FOLDER.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type JarClass, type JarMethod, readJar } from './android-jar.ts';

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

const [jar = '', folder = ''] = process.argv.slice(2);
const EDGES = fileURLToPath(new URL('../../../signatures/implicit-edges', import.meta.url));
const PACKAGE = 'org.example.callbacksbytype';
const classes = readJar(jar);

function visible(type: JarClass | undefined): type is JarClass {
  return type?.modifiers.has('public') === true;
}

function lineage(name: string): JarClass[] {
  const found: JarClass[] = [];
  for (const queue = [name]; queue.length > 0; ) {
    const type = classes.get(queue.shift() ?? '');
    if (type === undefined || found.includes(type)) continue;
    found.push(type);
    queue.push(...type.supertypes);
  }
  return found;
}

/** Public methods of public classes that can be called with null for everything else, by the type they take. */
function takersByType(): Map<string, Taker> {
  const takers = new Map<string, Taker>();
  for (const owner of [...classes.values()].filter(visible)) {
    for (const method of owner.methods) {
      if (!method.modifiers.has('public')) continue;
      if (method.name === '<init>' && (owner.modifiers.has('abstract') || owner.isInterface)) continue;
      method.parameters.forEach((type, position) => {
        const better = /^(?:set|add|register|request|listen|open|start)/.test(method.name);
        if (type === owner.name || (takers.has(type) && !better)) return;
        const before = takers.get(type);
        if (before !== undefined && /^(?:set|add|register|request)/.test(before.method.name)) return;
        if (/^(?:remove|unregister)/.test(method.name)) return;
        takers.set(type, { owner: owner.name, method, position });
      });
    }
  }
  return takers;
}

function source(type: string): string {
  return type.replaceAll('$', '.');
}

function zero(type: string): string {
  if (type === 'boolean') return 'false';
  if (['int', 'long', 'short', 'byte', 'char', 'float', 'double'].includes(type)) return `(${type}) 0`;
  return `(${source(type)}) null`;
}

/** Null where the type cannot be extended from outside its package. */
function implementation(name: string, members: string[]): ((variant: string) => string) | null {
  const type = classes.get(name);
  if (!visible(type) || type.modifiers.has('final')) return null;
  const constructors = type.methods.filter((method) => method.name === '<init>');
  const constructor = constructors.sort((a, b) => a.parameters.length - b.parameters.length)[0];
  if (!type.isInterface && constructor === undefined) return null;
  const overridden = new Map<string, JarMethod>();
  const concrete = new Set<string>();
  for (const each of lineage(name)) {
    for (const method of each.methods) {
      const key = `${method.name}(${method.parameters.join()})`;
      const wanted = members.includes('*') || members.includes(method.name);
      const isAbstract = method.modifiers.has('abstract');
      if (method.modifiers.has('static') || method.modifiers.has('final') || method.name === '<init>')
        concrete.add(key);
      if (concrete.has(key) || overridden.has(key)) continue;
      if (wanted || isAbstract) overridden.set(key, method);
      else concrete.add(key);
    }
  }
  const methods = [...overridden.values()].map((method) => {
    const access = method.modifiers.has('protected') ? 'protected' : 'public';
    const parameters = method.parameters.map((type, index) => `${source(type)} p${index}`).join(', ');
    const called = members.includes('*') || members.includes(method.name);
    const body = called ? 'org.example.reach.Phone.it.getDeviceId(); ' : '';
    const result = method.returns === 'void' ? '' : `return ${zero(method.returns)}; `;
    return `        ${access} ${source(method.returns)} ${method.name}(${parameters}) { ${body}${result}}`;
  });
  const relation = type.isInterface ? 'implements' : 'extends';
  return (variant) => {
    const given = constructor?.parameters.map(zero).join(', ') ?? '';
    const made = given === '' ? [] : [`        ${variant}() { super(${given}); }`];
    return [`    static class ${variant} ${relation} ${source(name)} {`, ...made, ...methods, '    }'].join('\n');
  };
}

function handOver({ owner, method, position }: Taker): string {
  const values = method.parameters.map((type, index) => (index === position ? 'new Reached()' : zero(type))).join(', ');
  if (method.name === '<init>') return `new ${source(owner)}(${values})`;
  if (method.modifiers.has('static')) return `${source(owner)}.${method.name}(${values})`;
  return `org.example.reach.Given.<${source(owner)}>of(host).${method.name}(${values})`;
}

const callbacks = new Map<string, string[]>();
for (const file of readdirSync(EDGES).sort()) {
  const signature = JSON.parse(readFileSync(join(EDGES, file), 'utf8')) as Callbacks;
  for (const [type, members] of [...Object.entries(signature.callbacks), ...Object.entries(signature.userCallbacks)]) {
    callbacks.set(type, members);
  }
}

mkdirSync(folder, { recursive: true });
const takers = takersByType();
const drivers: string[] = [];
for (const [type, members] of [...callbacks].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const taker = takers.get(type);
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
