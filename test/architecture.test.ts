import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What each folder of the reader of scripts may import, the lowest first. */
const SCRIPT_LAYERS: Record<string, string[]> = {
  apis: [],
  syntax: ['apis'],
  binding: ['apis', 'syntax'],
  'app-files': ['syntax', 'binding', '../manifest'],
  bundles: ['apis', 'syntax', 'binding'],
  hermes: ['apis', 'binding', 'bundles'],
  source: ['apis', 'syntax', 'binding', 'app-files', 'bundles'],
  resolve: ['apis', 'syntax', 'binding', 'source'],
  reach: ['apis', 'syntax', 'binding', 'source', 'resolve'],
  flow: ['apis', 'syntax', 'binding', 'source', 'resolve'],
  facts: ['apis', 'syntax', 'binding', 'source', 'resolve', 'reach', 'flow'],
};

/** What each folder of the call graph may import; what stands above them asks them all. */
const GRAPH_LAYERS: Record<string, string[]> = {
  program: [],
  calls: ['program'],
  branches: ['program', 'calls'],
  consent: ['program', 'calls', 'branches'],
};

/** What each layer may import, besides itself. The first layer whose folder holds a file is the file's. */
const LAYERS: { folder: string; may: string[] }[] = [
  ...Object.entries(SCRIPT_LAYERS).map(([folder, below]) => ({
    folder: `analyzers/extract/script/${folder}/`,
    may: [
      'analyzers/model/',
      'analyzers/formats/',
      ...below.map((name) => `${join('analyzers/extract/script', name).replaceAll('\\', '/')}/`),
    ],
  })),
  ...Object.entries(GRAPH_LAYERS).map(([folder, below]) => ({
    folder: `analyzers/graph/${folder}/`,
    may: ['analyzers/model/', ...below.map((name) => `analyzers/graph/${name}/`)],
  })),
  { folder: 'analyzers/model/', may: [] },
  { folder: 'analyzers/formats/', may: [] },
  { folder: 'analyzers/unpack/', may: ['analyzers/model/', 'analyzers/formats/'] },
  { folder: 'analyzers/extract/', may: ['analyzers/model/', 'analyzers/formats/'] },
  { folder: 'analyzers/graph/', may: ['analyzers/model/'] },
  { folder: 'analyzers/flow/', may: ['analyzers/model/', 'analyzers/graph/'] },
  { folder: 'analyzers/match/', may: ['analyzers/model/'] },
  { folder: 'analyzers/policy/', may: ['analyzers/model/'] },
  { folder: 'analyzers/diff/', may: ['analyzers/model/'] },
  { folder: 'analyzers/catalogue/', may: ['analyzers/model/'] },
  { folder: 'analyzers/', may: ['analyzers/'] },
  { folder: 'cli/reports/', may: ['analyzers/model/'] },
  { folder: 'cli/', may: ['analyzers/'] },
  { folder: 'entry/', may: ['analyzers/', 'cli/'] },
];

const IMPORT = /(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g;

/** Breaches of the layering: one line for each import of a file by a file that may not know it. */
function breaches(sources: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  for (const [file, text] of sources) {
    const layer = LAYERS.find(({ folder }) => file.startsWith(folder));
    if (layer === undefined) continue;
    for (const match of text.matchAll(IMPORT)) {
      const target = normalize(join(dirname(file), match[1] ?? '')).replaceAll('\\', '/');
      // The version in a report is the package's own.
      const allowed =
        target === 'package.json' ||
        target.startsWith(layer.folder) ||
        layer.may.some((folder) => target.startsWith(folder));
      if (!allowed) found.push(`${file} imports ${target}`);
    }
  }
  return found;
}

function sourcesBelow(folder: string): Map<string, string> {
  const sources = new Map<string, string>();
  for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
    const path = join(entry.parentPath, entry.name);
    sources.set(relative(ROOT, path).replaceAll('\\', '/'), readFileSync(path, 'utf8'));
  }
  return sources;
}

const sources = new Map(['analyzers', 'cli', 'entry'].flatMap((folder) => [...sourcesBelow(folder)]));

test('every import keeps to the layers', () => {
  expect(sources.size).toBeGreaterThan(20);
  expect(breaches(sources)).toEqual([]);
});

test('a broken rule is seen', () => {
  const broken = new Map([
    ['analyzers/model/fact.ts', "import { scan } from '../pipeline.ts';"],
    ['analyzers/formats/zip.ts', "import type { Gap } from '../model/gap.ts';"],
    ['analyzers/diff/diff.ts', "export { match } from '../match/match.ts';"],
    ['analyzers/policy/read-policy.ts', "const lazy = import('../formats/xml.ts');"],
    ['analyzers/extract/script/syntax/parse.ts', "import { bindScript } from '../binding/bind.ts';"],
    ['analyzers/graph/calls/contexts.ts', "import { firstRun } from '../branches/first-run.ts';"],
    ['analyzers/pipeline.ts', "import { render } from '../cli/reports/text.ts';"],
    ['cli/reports/text.ts', "import { scan } from '../../analyzers/pipeline.ts';"],
    ['cli/main.ts', "import { catalogueWith } from '../test/empty-catalogue.ts';"],
    ['cli/commands/scan.ts', "import { loadCode } from '../../entry/load-code.ts';"],
  ]);
  expect(breaches(broken)).toHaveLength(broken.size);
});

test('only the command line touches the process, and no analyzer prints, exits or opens a connection', () => {
  const touching =
    /\bprocess\.(?=\w)|\bconsole\.(?:log|info|warn|error|debug)\b|from 'node:(?:net|http|https|http2|tls|dgram|dns|child_process|process)'|\bfetch\(/;
  const offenders = [...sources].filter(
    ([file, text]) => file !== 'cli/main.ts' && !file.startsWith('entry/') && touching.test(text),
  );
  expect(offenders.map(([file]) => file)).toEqual([]);
});

test('no list of the input is handed over as arguments, of which the stack takes some 100,000', () => {
  const spreading = /\.(?:push|unshift)\(\.\.\.|Math\.(?:min|max)\(\.\.\./;
  expect(spreading.test('all.push(...found)')).toBe(true);
  const offenders = [...sources].filter(([, text]) => spreading.test(text));
  expect(offenders.map(([file]) => file)).toEqual([]);
});
