import { execFileSync } from 'node:child_process';

/** A member of a class of the platform as javap shows it. */
export interface JarMethod {
  name: string;
  /** Erased Java types, `android.view.View[]`, `int`. */
  parameters: string[];
  returns: string;
  descriptor: string;
  modifiers: ReadonlySet<string>;
}

export interface JarClass {
  name: string;
  isInterface: boolean;
  modifiers: ReadonlySet<string>;
  supertypes: string[];
  methods: JarMethod[];
}

/** All classes of a jar with their public and protected members, by binary name. */
export function readJar(jar: string): Map<string, JarClass> {
  const entries = execFileSync('unzip', ['-Z1', jar], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const names = entries
    .split('\n')
    .filter((entry) => entry.endsWith('.class') && entry.startsWith('android/'))
    .map((entry) => entry.slice(0, -'.class'.length).replaceAll('/', '.'));
  const classes = new Map<string, JarClass>();
  const text = execFileSync('javap', ['-protected', '-s', '-cp', jar, ...names], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  let current: JarClass | undefined;
  let declaration = '';
  for (const line of text.split('\n')) {
    if (!line.startsWith(' ') && line.endsWith('{')) {
      current = classOf(line);
      classes.set(current.name, current);
    } else if (line.startsWith('    descriptor: (') && current !== undefined) {
      current.methods.push(methodOf(declaration, line.slice('    descriptor: '.length), current.name));
    } else if (line.endsWith(';')) {
      declaration = line.trim();
    }
  }
  return classes;
}

function classOf(line: string): JarClass {
  const plain = withoutTypeArguments(line.slice(0, -1));
  const head = /^(.*?)\b(class|interface) (\S+)/.exec(plain);
  const supertypes = [...plain.matchAll(/ (?:extends|implements) (.*?)(?= implements |$)/g)].flatMap((match) =>
    (match[1] ?? '').split(',').map((name) => name.trim()),
  );
  return {
    name: head?.[3] ?? '',
    isInterface: head?.[2] === 'interface',
    modifiers: new Set((head?.[1] ?? '').split(' ')),
    supertypes,
    methods: [],
  };
}

function withoutTypeArguments(text: string): string {
  let depth = 0;
  let plain = '';
  for (const character of text) {
    if (character === '<') depth++;
    if (depth === 0) plain += character;
    if (character === '>') depth--;
  }
  return plain;
}

function methodOf(declaration: string, descriptor: string, owner: string): JarMethod {
  const words = withoutTypeArguments(declaration.slice(0, declaration.indexOf('('))).split(' ');
  const name = words[words.length - 1] ?? '';
  const close = descriptor.indexOf(')');
  return {
    name: name === owner ? '<init>' : name,
    parameters: typesOf(descriptor.slice(1, close)),
    returns: typesOf(descriptor.slice(close + 1))[0] ?? 'void',
    descriptor,
    modifiers: new Set(words),
  };
}

const PRIMITIVES: Record<string, string> = {
  V: 'void',
  Z: 'boolean',
  B: 'byte',
  S: 'short',
  C: 'char',
  I: 'int',
  J: 'long',
  F: 'float',
  D: 'double',
};

function typesOf(descriptor: string): string[] {
  return [...descriptor.matchAll(/(\[*)(?:L([^;]+);|([VZBSCIJFD]))/g)].map(
    ([, dimensions = '', name, primitive = '']) =>
      (name?.replaceAll('/', '.') ?? PRIMITIVES[primitive] ?? '') + '[]'.repeat(dimensions.length),
  );
}
