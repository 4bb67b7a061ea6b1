import { readdirSync, readFileSync } from 'node:fs';
import { loadCatalogue } from '../../analyzers/catalogue/load.ts';
import { compileDexWatch, extractDex } from '../../analyzers/extract/dex/extract-dex.ts';
import { readProgram } from '../../analyzers/extract/dex/program/read-program.ts';
import { resolveValues } from '../../analyzers/extract/dex/values/resolve-values.ts';
import { traceSinks } from '../../analyzers/flow/trace-sinks.ts';
import { readZip } from '../../analyzers/formats/zip.ts';
import { reachFacts } from '../../analyzers/graph/reach-facts.ts';
import { DEFAULT_LIMITS } from '../../analyzers/model/limits.ts';
import type { Manifest, ManifestComponent } from '../../analyzers/model/manifest.ts';
import type { ProgramFile } from '../../analyzers/model/program.ts';
import type { JniNames } from '../../analyzers/model/reach.ts';
import { buildDex } from '../formats/dex/dex-builder.ts';
import type { FuzzedFormat } from './format.ts';

const TESTS = new URL('../', import.meta.url);
const all = (folder: string, ending: string): Buffer[] =>
  readdirSync(new URL(folder, TESTS))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => readFileSync(new URL(`${folder}${name}`, TESTS)));
/** Real code of some ten KB each, whose values go many ways. */
const APPS = [...all('flow-apps/', '.apk'), ...all('reach-apps/', '.apk')].flatMap((apk) =>
  readZip(apk)
    .entries.filter(({ name, size }) => name.endsWith('.dex') && size < 50_000)
    .map(({ read }) => Buffer.from(read())),
);

/** Classes, methods and protos of a program that are taken as named elsewhere. */
const MOST_NAMED = 200;
const numbers = (count: number): number[] => Array.from({ length: Math.min(count, MOST_NAMED) }, (_, i) => i);
const TYPES = ['activity', 'service', 'receiver', 'provider'] as const;

/** A manifest that declares every class of a program as a component of some type. */
function manifestOf(files: ProgramFile[]): Manifest {
  const names = files.flatMap((file) =>
    numbers(file.classCount).map((i) => file.typeDescriptor(file.classType(i)).slice(1, -1).replaceAll('/', '.')),
  );
  const components = names.map(
    (name, i): ManifestComponent => ({
      type: TYPES[i % TYPES.length] ?? 'activity',
      name,
      exported: true,
      process: null,
      permission: null,
      authorities: [],
      intentFilters: [{ actions: ['android.intent.action.MAIN'], categories: ['android.intent.category.LAUNCHER'] }],
      target: null,
    }),
  );
  return {
    file: 'AndroidManifest.xml',
    package: 'a',
    versionName: null,
    versionCode: null,
    minSdk: 21,
    targetSdk: 34,
    label: null,
    applicationClass: names[0] ?? null,
    permissions: [],
    components,
    metaData: [],
    queries: { packages: [], actions: [], authorities: [] },
    features: [],
  };
}

/** A native library that names every class and method of a program. */
function namingAll(files: ProgramFile[]): JniNames[] {
  return files.map((file) => ({
    file: 'lib/x86/liba.so',
    classes: numbers(file.classCount).map((i) => file.typeDescriptor(file.classType(i))),
    members: numbers(file.methodCount).map((i) => file.methodName(i)),
    descriptors: numbers(file.protoCount).map((i) => {
      const parameters = file.protoParameters(i).map((type) => file.typeDescriptor(type));
      return `(${parameters.join('')})${file.typeDescriptor(file.protoReturnType(i))}`;
    }),
  }));
}

const DEVICE_ID = 'Landroid/telephony/TelephonyManager;';
const dexWatch = compileDexWatch(loadCatalogue());

export const dex: FuzzedFormat = {
  name: 'dex',
  seeds: [...all('formats/dex/fixtures/', '.dex'), ...all('extract/dex/values/', '.dex'), ...APPS],
  tokens: [],
  generate: (random) =>
    Buffer.from(
      buildDex(
        random.many(6, (i) => ({
          name: `La/C${i};`,
          superclass: random.once(3) ? `La/C${random.below(6)};` : 'Ljava/lang/Object;',
          methods: random.many(4, (m) => ({
            name: `m${m}`,
            registers: random.pick([1, 2, 16, 65_535]),
            code: (ids) => [
              ...random.many(40, () =>
                random.once(3)
                  ? random.pick([0x0071, 0x0028, 0x0038, 0x002b, 0x0012, 0x000e, 0x0100, 0x0200, 0x0300, 0x001a])
                  : random.below(0x10000),
              ),
              0x0071,
              ids.method(DEVICE_ID, 'getDeviceId'),
              0,
              0x000e,
            ],
          })),
        })),
        { references: [[DEVICE_ID, 'getDeviceId']], version: random.pick(['035', '037', '039', '041']) },
      ),
    ),
  run(bytes) {
    const catalogue = loadCatalogue();
    const { facts } = extractDex('classes.dex', bytes, dexWatch);
    const code = [{ file: 'classes.dex', bytes: new Uint8Array(bytes) }];
    const { facts: resolved, reflected } = resolveValues(code, facts, catalogue);
    const program = code.flatMap(({ file, bytes: held }) => readProgram(file, held));
    const reached = reachFacts(
      resolved,
      program,
      manifestOf(program),
      { classes: [], handlers: [] },
      catalogue,
      reflected,
      { services: [], libraries: namingAll(program) },
    );
    traceSinks(resolved, reached, catalogue, DEFAULT_LIMITS.flowSteps);
  },
};
