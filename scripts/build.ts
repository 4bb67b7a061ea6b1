import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { createGenerator } from 'ts-json-schema-generator';
import ts from 'typescript';
import { compileCatalogue } from '../analyzers/catalogue/compile.ts';
import { compileLexicon } from '../analyzers/policy/lexicon.ts';
import { packLexicon } from '../analyzers/policy/packed-lexicon.ts';
import { inlineConstants } from './inline-constants.ts';
import { plainArrays } from './plain-arrays.ts';
import { readSignatureFiles } from './signature-files.ts';
import { signatureSchema } from './signature-schema.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');

const OPTIONS = {
  absWorkingDir: ROOT,
  outdir: DIST,
  bundle: true,
  platform: 'node',
  target: 'node20',
  metafile: true,
  // Only the command line prints; pdf.js would tell that it cannot draw.
  drop: ['console'],
  logLevel: 'warning',
} satisfies BuildOptions;

/** Puts our bounds behind the code of a parser, in the same module. */
function withBudget(code: RegExp, budget: string): Plugin {
  const added = readFileSync(join(ROOT, 'scripts', budget), 'utf8');
  return {
    name: budget,
    setup({ onLoad }) {
      onLoad({ filter: code }, ({ path }) => ({ contents: `${readFileSync(path, 'utf8')}\n${added}` }));
    },
  };
}

/** Parsers with our bounds, each in a file of its own, which tests load too. */
const BOUNDED_PARSERS = [
  {
    name: 'parser',
    exports: "export { parse, parseExpression } from '@babel/parser';",
    plugin: withBudget(/@babel\/parser\/lib\/index\.js$/, 'parser-budget.cjs'),
  },
  {
    name: 'pdf-worker',
    exports: "export { exceeded } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';",
    plugin: withBudget(/pdf\.worker\.mjs$/, 'pdf-budget.mjs'),
  },
];

/** The reader of PDFs is large and stands apart: it is read from disk for a PDF alone. */
const PDF_APART: Plugin = {
  name: 'pdf-apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^#pdf-worker$/ }, () => ({ path: './pdf-worker.js', external: true }));
    onResolve({ filter: /^pdfjs-dist\/legacy\/build\/\w+/ }, ({ path, kind }) =>
      kind === 'entry-point' ? undefined : { path: `./${basename(path)}`, external: true },
    );
  },
};

/** What most runs never call of the libraries; a library is run when something of it is first called. */
const SELDOM_CALLED: Record<string, string[]> = {
  '#parser': ['parse', 'parseExpression'],
  acorn: ['Parser'],
  ajv: ['Ajv'],
  'fast-xml-parser': ['XMLParser', 'XMLValidator'],
  htmlparser2: ['Parser'],
  jszip: ['default'],
  yaml: ['isAlias', 'isMap', 'isScalar', 'isSeq', 'parse', 'parseDocument'],
};

const RUN_WHEN_CALLED: Plugin = {
  name: 'run-when-called',
  setup: ({ onResolve, onLoad }) => {
    const filter = new RegExp(`^(${Object.keys(SELDOM_CALLED).join('|')})$`);
    onResolve({ filter }, ({ path, namespace }) =>
      namespace === 'run-when-called' ? undefined : { path, namespace: 'run-when-called' },
    );
    onLoad({ filter, namespace: 'run-when-called' }, ({ path }) => ({
      contents: (SELDOM_CALLED[path] ?? [])
        .map((name) => {
          const value = name === 'default' ? `require('${path}')` : `require('${path}').${name}`;
          return `export ${name === 'default' ? 'default' : `const ${name} =`} new Proxy(function () {}, {
            apply: (_, self, values) => Reflect.apply(${value}, self, values),
            construct: (_, values) => Reflect.construct(${value}, values),
            get: (_, key) => ${value}[key],
          });`;
        })
        .join('\n'),
      resolveDir: ROOT,
    }));
  },
};

/** The library of the command line asks for what starts processes, which Candor never does and which takes long to load. */
const NO_PROCESSES: Plugin = {
  name: 'no-processes',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(node:)?child_process$/ }, () => ({ path: 'none', namespace: 'no-processes' }));
    onLoad({ filter: /^none$/, namespace: 'no-processes' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** @returns the files that went into them */
async function boundedParsers(): Promise<string[]> {
  const inputs: string[] = [];
  for (const { name, exports, plugin } of BOUNDED_PARSERS) {
    const { metafile } = await build({
      ...OPTIONS,
      stdin: { contents: exports, resolveDir: ROOT },
      entryNames: name,
      format: 'esm',
      plugins: [plugin],
    });
    inputs.push(...Object.keys(metafile.inputs));
  }
  return inputs;
}

/**
 * Code is bundled into one script, so that start-up reads one file and not hundreds, with a code cache for it; modules that
 * are imported dynamically are run when they are asked for. What Node loads as a module is small and loads the script.
 */
async function bundle(): Promise<void> {
  const own = ['analyzers', 'cli', 'entry'].map((folder) => join(ROOT, folder));
  const arrays = plainArrays([join(ROOT, 'entry/code.ts')], own, compilerOptions());
  const inParsers = await boundedParsers();
  const results = [
    await build({
      ...OPTIONS,
      entryPoints: { candor: 'entry/code.ts' },
      outExtension: { '.js': '.cjs' },
      format: 'cjs',
      // Every scan copies the whole text, of which blanks are a fourth.
      minifyWhitespace: true,
      external: ['tinypool'],
      plugins: [RUN_WHEN_CALLED, NO_PROCESSES, arrays],
      // Its CommonJS build finds its parts by a require that no bundler follows.
      alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
      define: { 'import.meta.url': '__url' },
      banner: { js: "const __url = require('node:url').pathToFileURL(__filename).href;" },
    }),
    await build({
      ...OPTIONS,
      entryPoints: ['entry/main.ts', 'entry/index.ts', 'entry/worker.ts', 'entry/pdf-reader.ts'],
      format: 'esm',
      external: ['tinypool'],
      plugins: [PDF_APART],
    }),
    await build({
      ...OPTIONS,
      entryPoints: ['pdfjs-dist/legacy/build/pdf.mjs'],
      entryNames: '[name]',
      outExtension: { '.js': '.mjs' },
      format: 'esm',
    }),
  ];
  importsOfLoader(join(DIST, 'candor.cjs'));
  const script = join(DIST, 'candor.cjs');
  writeFileSync(script, asFunction(inlineConstants(readFileSync(script, 'utf8'))));
  toAscii(join(DIST, 'candor.cjs'));
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  writeFileSync(join(DIST, 'THIRD-PARTY-LICENSES.txt'), licences([...inParsers, ...inputs]));
  chmodSync(join(DIST, 'main.js'), 0o755);
}

/** As the project's types are checked. */
function compilerOptions(): ts.CompilerOptions {
  const path = join(ROOT, 'tsconfig.json');
  return ts.parseJsonConfigFileContent(ts.readConfigFile(path, ts.sys.readFile).config, ts.sys, ROOT).options;
}

/** A script from V8's code cache cannot import by itself; who loads it does that for it. */
function importsOfLoader(path: string): void {
  writeFileSync(path, readFileSync(path, 'utf8').replace(/\bawait import\("/g, 'await __import("'));
}

/** What `loadScript` calls; to put it around the text at each start would take one more copy of that. */
function asFunction(script: string): string {
  return `(function (exports, require, module, __filename, __dirname, __import) {${script}\n})`;
}

/** Escapes what the bundler leaves in regular expressions and templates, so that the script need not be decoded. */
function toAscii(path: string): void {
  const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(path, readFileSync(path, 'utf8').replace(/[^\0-\x7f]/g, escaped));
}

/** The licence texts of the packages whose code went into the bundle. */
function licences(inputs: string[]): string {
  const packages = inputs.flatMap((input) => /^(node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
  const texts = [...new Set(packages)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(ROOT, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? `Licence: ${license}` : readFileSync(join(ROOT, folder, file), 'utf8').trim();
    return `${name} ${version}\n\n${text}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

/** In ASCII, which every scan reads in two thirds of the time: it need not be decoded, and its strings are half as long. */
function asciiJson(value: unknown): string {
  const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(/[^\x20-\x7e]/g, escaped);
}

/** The JSON Schemas of the reports and of the configuration, derived from their types. */
function schemas(): void {
  for (const [type, source, file] of [
    ['Report', 'analyzers/model/report.ts', 'report.schema.json'],
    ['FactsReport', 'analyzers/model/report.ts', 'facts.schema.json'],
    ['PolicyReport', 'analyzers/model/report.ts', 'policy.schema.json'],
    ['Comparison', 'analyzers/model/comparison.ts', 'comparison.schema.json'],
    ['Config', 'cli/config/config.ts', 'config.schema.json'],
  ] as const) {
    const generator = createGenerator({
      path: join(ROOT, source),
      tsconfig: join(ROOT, 'tsconfig.json'),
      type,
      skipTypeCheck: true,
    });
    writeFileSync(join(DIST, file), `${JSON.stringify(generator.createSchema(type), null, 2)}\n`);
  }
}

/** What V8 compiles in runs of the built program, in a process of its own. */
function codeCache(): void {
  execFileSync(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts/code-cache.ts')], { stdio: 'pipe' });
}

/** Adobe's predefined CMaps: PDFs with Chinese fonts name them and do not carry them. */
function cmaps(): void {
  const folder = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps');
  cpSync(folder, join(DIST, 'cmaps'), { recursive: true });
}

rmSync(DIST, { recursive: true, force: true });
mkdirSync(DIST, { recursive: true });
const files = readSignatureFiles();
const catalogue = compileCatalogue(files);
const sections = Object.entries(catalogue).map(([name, section]) => `${asciiJson(name)}:${asciiJson(section)}`);
// A section a line: see analyzers/catalogue/load.ts.
writeFileSync(join(DIST, 'catalogue.json'), `{${sections.join(',\n')}}`);
writeFileSync(join(DIST, 'lexicon.json'), asciiJson(packLexicon(compileLexicon(catalogue), catalogue)));
const documents = [...files].map(([path, text]) => [path, JSON.parse(text)]).sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(join(DIST, 'signatures.json'), JSON.stringify(Object.fromEntries(documents)));
await bundle();
cmaps();
schemas();
writeFileSync(join(DIST, 'signature.schema.json'), `${JSON.stringify(signatureSchema(ROOT), null, 2)}\n`);
execFileSync(
  process.execPath,
  [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', join(ROOT, 'tsconfig.types.json')],
  {
    stdio: 'inherit',
  },
);
codeCache();
