import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { createGenerator } from 'ts-json-schema-generator';
import { compileCatalogue } from '../analyzers/catalogue/compile.ts';
import { readSignatureFiles } from './signature-files.ts';
import { signatureSchema } from './signature-schema.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');

/** Puts our bounds behind the code of the parser of scripts, in the same module; see parser-budget.cjs. */
const parserBudget: Plugin = {
  name: 'parser-budget',
  setup({ onLoad }) {
    const budget = readFileSync(join(ROOT, 'scripts/parser-budget.cjs'), 'utf8');
    onLoad({ filter: /@babel\/parser\/lib\/index\.js$/ }, ({ path }) => ({
      contents: `${readFileSync(path, 'utf8')}\n${budget}`,
    }));
  },
};

/** The parser of scripts in a file of its own, which tests load too. @returns the files that went into it */
async function parser(): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    stdin: { contents: "export { parse, parseExpression } from '@babel/parser';", resolveDir: ROOT },
    outfile: join(DIST, 'parser.js'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    plugins: [parserBudget],
    metafile: true,
    logLevel: 'warning',
  });
  return Object.keys(metafile.inputs);
}

/** Code is bundled, so that start-up reads a few files and not hundreds; what a command does not need stays in chunks. */
async function bundle(): Promise<void> {
  const inParser = await parser();
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['cli/main.ts', 'analyzers/index.ts', 'analyzers/worker.ts'],
    entryNames: '[name]',
    chunkNames: 'chunks/[name]-[hash]',
    outdir: DIST,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    external: ['tinypool', '#catalogue', '#report-schema', '#policy-schema', '#signatures', '#worker'],
    // Its CommonJS build finds its parts by a require that no bundler follows.
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    metafile: true,
    // Only the command line prints; pdf.js would tell that it cannot draw.
    drop: ['console'],
    // CommonJS packages inside the bundle still ask for Node's own modules by require.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  writeFileSync(join(DIST, 'THIRD-PARTY-LICENSES.txt'), licences([...inParser, ...Object.keys(metafile.inputs)]));
  chmodSync(join(DIST, 'main.js'), 0o755);
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

/** Adobe's predefined CMaps: PDFs with Chinese fonts name them and do not carry them. */
function cmaps(): void {
  const folder = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps');
  cpSync(folder, join(DIST, 'cmaps'), { recursive: true });
}

rmSync(DIST, { recursive: true, force: true });
mkdirSync(DIST, { recursive: true });
const files = readSignatureFiles();
writeFileSync(join(DIST, 'catalogue.json'), JSON.stringify(compileCatalogue(files)));
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
