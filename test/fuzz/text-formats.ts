import { readdirSync, readFileSync } from 'node:fs';
import { loadCatalogue } from '../../analyzers/catalogue/load.ts';
import { compileScriptWatch, extractScript } from '../../analyzers/extract/script/extract-script.ts';
import { readDocx } from '../../analyzers/formats/docx.ts';
import { ZipError } from '../../analyzers/formats/zip.ts';
import { InputError } from '../../analyzers/model/input-error.ts';
import { compilePolicyReader, readPolicy } from '../../analyzers/policy/read-policy.ts';
import { readConfig } from '../../cli/config/read-config.ts';
import { starterConfig } from '../../cli/config/starter.ts';
import { checkReport } from '../../cli/report-schema.ts';
import { SCAN_FORMATS } from '../../cli/reports/formats.ts';
import { USUAL_COLUMNS } from '../../cli/reports/style.ts';
import { explanationText } from '../../cli/reports/text/explanation.ts';
import { makeArchive } from '../formats/zip/handmade-archive.ts';
import type { FuzzedFormat } from './format.ts';
import { pdf } from './pdf-format.ts';
import type { Random } from './random.ts';

const TESTS = new URL('../', import.meta.url);
const at = (path: string): Buffer => readFileSync(new URL(path, TESTS));
const styles = readdirSync(new URL('policy/styles/', TESTS)).sort();
const policies = (ending: string): Buffer[] =>
  styles.filter((name) => name.endsWith(ending)).map((name) => at(`policy/styles/${name}`));

/** Pieces of a language put together: many choices, some of them within each other. */
function soup(random: Random, pieces: readonly string[], brackets: readonly [string, string][], depth = 0): string {
  return random
    .many(12, () => {
      if (depth < 6 && random.once(3)) {
        const [open, close] = random.pick(brackets);
        return open + soup(random, pieces, brackets, depth + 1) + (random.once(12) ? '' : close);
      }
      return random.pick(pieces);
    })
    .join(random.pick(['', ' ', '\n']));
}

const SCRIPT_PIECES = [
  'uni.getLocation({})',
  'plus.device.imei',
  'navigator.geolocation',
  "require('react-native-device-info')",
  "import C from '@react-native-clipboard/clipboard';",
  'export default ',
  'class A extends C ',
  'static #x = 1;',
  'async ',
  'await x',
  'yield ',
  'function* f',
  '=> ',
  'let a = ',
  'var ',
  'const {a, ...b} = ',
  ';',
  ',',
  '.',
  '?.',
  '...',
  'a',
  'b',
  '1',
  '0x',
  '"s"',
  "'\\u{110000}'",
  '`t${',
  '/re/g',
  '/[/',
  '<a b={c}/>',
  '<!--',
  '-->',
  '#!x\n',
  '// #ifdef APP\n',
  '// #endif\n',
  '/*',
  '*/',
  '@dec ',
  ': any',
  '!',
  '+',
  '\u2028',
  '\ud800',
  '\0',
  'new ',
  'delete ',
  'typeof ',
  'if(a)',
  'else ',
  'for(;;)',
  'try{',
  '}catch{',
  '}',
  'label:',
  'return ',
];
const SCRIPT_BRACKETS: [string, string][] = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['`${', '}`'],
  ['function(){', '}'],
  ['(()=>{', '})()'],
  ['<A>', '</A>'],
  ['a?', ':b'],
];
const scriptWatch = compileScriptWatch(loadCatalogue());
const SCRIPT_PATHS = [
  'assets/a.js',
  'assets/a.ts',
  'assets/a.tsx',
  'assets/a.vue',
  'assets/a.ets',
  'assets/index.android.bundle',
  'assets/a.wxml',
];

const js: FuzzedFormat = {
  name: 'js',
  seeds: [
    at('formats/hermes/fixtures/app.js'),
    at('../cli/reports/html/page-script.ts'),
    at('extract/script/cross-file.test.ts'),
  ],
  tokens: [...SCRIPT_PIECES, '(', '[', '{', 'f('],
  generate: (random) => Buffer.from(soup(random, SCRIPT_PIECES, SCRIPT_BRACKETS)),
  run(bytes) {
    extractScript(SCRIPT_PATHS[(bytes[0] ?? 0) % SCRIPT_PATHS.length] ?? 'a.js', bytes, scriptWatch);
  },
};

const reader = compilePolicyReader(loadCatalogue());

/** As policies are read from disk. */
function readAsPolicy(name: string, bytes: Buffer): void {
  try {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
      const text = readDocx(bytes);
      if (text !== null && text.trim() !== '') readPolicy(name, bytes, reader, text);
    } else {
      readPolicy(name, bytes, reader);
    }
  } catch (error) {
    if (!(error instanceof InputError || error instanceof ZipError)) throw error;
  }
}

const PHRASES = [
  '我们会收集您的设备信息（IMEI、MAC地址、Android ID）',
  '不会收集',
  '位置信息',
  '第三方SDK名称：',
  '友盟统计SDK',
  '收集目的：',
  '剪贴板',
  '、',
  '。',
  '；',
  '\n',
  '一、',
  '1.',
  '（1）',
  '|',
  '| --- |',
  '您可以拒绝',
  '等',
  '包括但不限于',
  'We collect your location',
  'We do not collect ',
  'such as',
  'SDK',
  'android.permission.CAMERA',
  'https://example.com/privacy',
  '&nbsp;',
  '&#x10FFFF;',
  '&amp;amp;',
  '【',
  '】',
  '\t',
  '\u200b',
  '\u202e',
  '*',
  '#',
  '> ',
  '- ',
];
const TAGS: [string, string][] = [
  'p',
  'div',
  'table',
  'tr',
  'td',
  'th',
  'ul',
  'li',
  'h2',
  'b',
  'span style="display:none"',
  'script',
  'style',
  'a href="x"',
  'td rowspan=9999999 colspan=-1',
  'svg',
  'template',
  'select',
].map((tag) => [`<${tag}>`, `</${tag.split(' ')[0]}>`]);

const text: FuzzedFormat = {
  name: 'policy-text',
  seeds: [...policies('.txt'), ...policies('.md')],
  tokens: PHRASES,
  generate: (random) => Buffer.from(random.many(80, () => random.pick(PHRASES)).join('')),
  run: (bytes) => readAsPolicy('policy.txt', bytes),
};

const html: FuzzedFormat = {
  name: 'html',
  seeds: policies('.html'),
  tokens: [...PHRASES, ...TAGS.flat(), '<!--', '-->', '<![CDATA[', '<', '>', '&'],
  generate: (random) => Buffer.from(`<html><body>${soup(random, PHRASES, TAGS)}`),
  run: (bytes) => readAsPolicy('policy.html', bytes),
};

const WORD_TAGS: [string, string][] = ['w:p', 'w:r', 'w:t', 'w:tbl', 'w:tr', 'w:tc', 'w:br/', 'w:del', 'x'].map(
  (tag) => [`<${tag}>`, `</${tag}>`],
);
const document = (xml: string): Buffer => makeArchive([{ name: 'word/document.xml', contents: Buffer.from(xml) }]);

const docx: FuzzedFormat = {
  name: 'docx',
  seeds: [
    document(
      `<w:document><w:body>${'<w:p><w:r><w:t>我们会收集您的位置信息。</w:t></w:r></w:p>'.repeat(20)}</w:body></w:document>`,
    ),
  ],
  tokens: [],
  generate: (random) =>
    document(
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><w:document><w:body>${soup(random, [...PHRASES, '&a;'], WORD_TAGS)}</w:body></w:document>`,
    ),
  run: (bytes) => readAsPolicy('policy.docx', bytes),
};

/** Any JSON, of the given names and texts. */
function json(random: Random, names: readonly string[], texts: readonly unknown[], depth = 0): unknown {
  const kind = random.below(depth > 5 ? 1 : 3);
  if (kind === 0) return random.pick(texts);
  if (kind === 1) return random.many(5, () => json(random, names, texts, depth + 1));
  return Object.fromEntries(random.many(6, () => [random.pick(names), json(random, names, texts, depth + 1)]));
}

const SETTINGS = [
  'policies',
  'lang',
  'failOn',
  'kinds',
  'allowIncomplete',
  'baseline',
  'suppressions',
  'limits',
  'id',
  'kind',
  'reason',
  'expires',
  '__proto__',
  'constructor',
  '',
];
const VALUES = [
  'high',
  'none',
  'zh',
  'undisclosed',
  '2030-12-31',
  '2030-13-45',
  '',
  '*',
  'a.txt',
  true,
  false,
  null,
  0,
  -1,
  1e308,
];

const configuration: FuzzedFormat = {
  name: 'configuration',
  seeds: [Buffer.from(starterConfig('zh')), Buffer.from(starterConfig('en'))],
  tokens: [...SETTINGS.map((name) => `"${name}": `), '{', '}', '[', ']', ',', '//', '/*', '*/', '"', '\\u', '\ufeff'],
  generate: (random) => Buffer.from(JSON.stringify(json(random, SETTINGS, VALUES))),
  run(bytes) {
    try {
      readConfig(bytes.toString('utf8'), 'candor.config.json');
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  },
};

const written = at('cli/reports/golden/report.zh.json');
const REPORT_TEXTS = [
  '<script>alert(1)</script>',
  '=cmd|x',
  '\u001b[31m',
  '\u202e',
  '|`*',
  ']]>',
  '\0',
  '\ud800',
  'x'.repeat(70_000),
  '',
  'imei',
  'sdk:x',
  '__proto__',
  null,
  true,
  0,
  -1,
  1e21,
];

/** A report in which some values are others of the same type, so that the schema lets many pass. */
function otherReport(random: Random): unknown {
  const change = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter(() => !random.once(20)).map(change);
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, change(inner)]));
    }
    if (!random.once(15)) return value;
    const alike = REPORT_TEXTS.filter((text) => typeof text === typeof value);
    return alike.length > 0 ? random.pick(alike) : value;
  };
  return change(JSON.parse(written.toString('utf8')));
}

const report: FuzzedFormat = {
  name: 'report',
  seeds: [written, at('cli/reports/golden/report.en.json')],
  tokens: ['"', '{', '}', '[', ']', ',', ':', 'null', '1e999', '\\ud800', '"__proto__": {},'],
  generate: (random) => Buffer.from(JSON.stringify(otherReport(random))),
  async run(bytes) {
    let value: unknown;
    try {
      value = JSON.parse(bytes.toString('utf8'));
    } catch {
      return;
    }
    const checked = checkReport(value);
    if (!('report' in checked)) return;
    for (const language of ['zh', 'en'] as const) {
      const style = { language, colour: false, detail: 'usual', columns: USUAL_COLUMNS } as const;
      for (const render of Object.values(SCAN_FORMATS)) await render(checked.report, style);
      for (const item of checked.report.discrepancies) explanationText(item, checked.report, style);
    }
  },
};

export const TEXT_FORMATS = [js, html, docx, pdf, text, configuration, report];
