import { expect, test } from 'vitest';
import { type LintRule, lintSignatures } from '../../analyzers/catalogue/lint.ts';
import type {
  AndroidClassSignature,
  AndroidSinkSignature,
  AndroidStringsSignature,
  DataTypeSignature,
  FrameworkSignature,
  PackerSignature,
  PermissionsSignature,
  RegulationSignature,
  ScriptApiSignature,
  ScriptSinkSignature,
  SdkSignature,
} from '../../analyzers/model/signatures.ts';

const references = ['a standard'];

const dataType: DataTypeSignature = {
  zh: '设备号',
  en: 'device number',
  parent: null,
  kind: 'leaf',
  sensitivity: 'high',
  phrases: { zh: ['设备号'], en: ['device number'] },
  standards: { gbt35273: null, play: null, apple: null },
  references,
  examples: { hit: ['我们收集设备号。'], miss: ['我们收集昵称。'] },
};

const androidClass: AndroidClassSignature = {
  members: {
    getNumber: { kind: 'method', data: ['number'], permissions: ['READ_NUMBER'] },
    getOne: { kind: 'method', data: ['number'], descriptors: ['(I)I'] },
    NUMBER: { kind: 'field', data: ['number'] },
  },
  references,
  examples: {
    hit: ['a.b.Phone.getNumber()I', 'a.b.Phone.getOne(I)I', 'a.b.Phone.NUMBER:I'],
    miss: ['a.b.Phone.getOne()I', 'a.b.Phone.NUMBER()I', 'a.b.Phone.hashCode()I', 'x.Phone.getNumber()I'],
  },
};

const androidStrings: AndroidStringsSignature = {
  match: 'prefix',
  alone: true,
  strings: { '/proc/number': { data: ['number'] }, '/proc/numbers': { data: [] } },
  references,
  examples: { hit: ['/proc/number/1'], miss: ['/proc/numbers', '/proc'] },
};

const scriptApi: ScriptApiSignature = {
  aliases: [],
  reach: 'global',
  exports: [],
  nativeModules: [],
  members: { getNumber: { use: 'call', data: ['number'], permissions: ['scope.number'] } },
  references,
  examples: { hit: ['phone.getNumber()'], miss: ['own.getNumber()'] },
};

const scriptSink: ScriptSinkSignature = {
  aliases: [],
  reach: 'global',
  exports: [],
  nativeModules: [],
  members: { '()': { kind: 'network', use: 'call', arguments: [{ argument: 1, keys: ['body'] }] } },
  references,
  examples: { hit: ['post(phone.getNumber())'], miss: ['own.post(phone.getNumber())'] },
};

const sdk: SdkSignature = {
  names: { zh: ['某SDK'], en: ['Some SDK'] },
  companies: [],
  category: 'analytics',
  packages: ['com.some.sdk'],
  components: ['*.some.EntryActivity'],
  settings: ['SOME_KEY'],
  libraries: ['libsome*.so'],
  assets: ['assets/some/*.dat'],
  domains: [],
  modules: ['some-sdk'],
  policyUrl: null,
  declared: ['number'],
  observed: [],
  references,
  examples: {
    hit: [
      'class:com.some.sdk.A',
      'component:a.b.some.EntryActivity',
      'setting:SOME_KEY',
      'library:libsome2.so',
      'asset:assets/some/x.dat',
      'module:some-sdk',
      'policy:某SDK',
    ],
    miss: ['class:com.some.sdkx.A', 'library:libsom.so', 'somehow:com.some.sdk.A', 'policy:别的'],
  },
};

const permissions: PermissionsSignature = {
  permissions: { 'android.permission.READ_NUMBER': { level: 'dangerous', data: ['number'], zh: '读取号码' } },
  references,
  examples: { hit: ['android.permission.READ_NUMBER'], miss: ['READ_NUMBER'] },
};

const androidSink: AndroidSinkSignature = {
  members: {
    post: { kind: 'network', arguments: [1] },
    stream: { kind: 'file', opens: true, descriptors: ['(I)La/b/Stream;'] },
  },
  references,
  examples: {
    hit: ['a.b.Http.post(Ljava/lang/String;)V 1', 'a.b.Http.stream(I)La/b/Stream; opens'],
    miss: ['a.b.Http.post 0', 'a.b.Http.post opens', 'a.b.Http.stream(J)La/b/Stream; opens', 'a.b.Other.post 1'],
  },
};

const framework: FrameworkSignature = {
  name: 'Some',
  files: ['assets/some.js'],
  ownFiles: [],
  packages: ['com.some.framework'],
  libraries: [],
  modules: [],
  references,
  examples: { hit: ['file:assets/some.js', 'class:com.some.framework.A'], miss: ['file:some.js'] },
};

const packer: PackerSignature = {
  name: { zh: '某加固', en: 'Some packer' },
  libraries: ['libsomeshell.so'],
  files: [],
  classes: ['com.some.shell.Stub'],
  hides: 'dex',
  references,
  examples: { hit: ['class:com.some.shell.Stub'], miss: ['class:com.some.shell.StubX'] },
};

const regulation: RegulationSignature = {
  title: { zh: '某法', en: 'Some law' },
  clauses: { '1': { zh: '告知', en: 'notice', quote: 'clause', kinds: ['undisclosed'] } },
  references,
  examples: { hit: ['undisclosed'], miss: ['vague'] },
};

const GOOD: Record<string, unknown> = {
  'data-types/number.json': dataType,
  'apis/android/a.b.Phone.json': androidClass,
  'apis/android-strings/file-path.json': androidStrings,
  'apis/script/web/phone.json': scriptApi,
  'sinks/script/web/post.json': scriptSink,
  'sinks/android/a.b.Http.json': androidSink,
  'sdks/some.json': sdk,
  'permissions/android.json': permissions,
  'frameworks/some.json': framework,
  'packers/some.json': packer,
  'regulations/some.json': regulation,
  'policy-terms/verbs.json': { zh: ['收集'], en: ['collect'] },
};

const readers = {
  namesDataType: (_id: string, sentence: string): boolean => sentence.includes('设备号'),
  touchesScriptApi: (_id: string, script: string): boolean => script.startsWith('phone.'),
  reachesScriptSink: (_id: string, script: string): boolean => script.startsWith('post('),
  namesSdk: (_id: string, wording: string): boolean => wording.includes('某SDK'),
};

const filesOf = (entries: Record<string, unknown>): Map<string, string> =>
  new Map(Object.entries(entries).map(([path, value]) => [path, `${JSON.stringify(value, null, 2)}\n`]));

const lint = (changed: Record<string, unknown>) => lintSignatures(filesOf({ ...GOOD, ...changed }), readers);

test('good signatures of every kind have no problem', () => {
  expect(lint({})).toEqual([]);
});

test('without readers their examples are left alone, the others are run', () => {
  const broken = {
    'data-types/number.json': { ...dataType, examples: { hit: ['我们收集昵称。'], miss: ['x'] } },
    'permissions/android.json': { ...permissions, examples: { hit: ['READ_NUMBER'], miss: ['x'] } },
  };
  expect(lintSignatures(filesOf({ ...GOOD, ...broken }))).toEqual([
    { file: 'permissions/android.json', rule: 'hit-missed', detail: 'READ_NUMBER' },
  ]);
});

test('a key that stands twice, or another layout, is a problem of format', () => {
  const files = filesOf(GOOD);
  files.set('policy-terms/verbs.json', '{\n  "zh": [],\n  "zh": [\n    "收集"\n  ],\n  "en": []\n}\n');
  expect(lintSignatures(files, readers).map(({ file, rule }) => ({ file, rule }))).toEqual([
    { file: 'policy-terms/verbs.json', rule: 'format' },
  ]);
});

const member = (change: object): AndroidClassSignature => ({
  ...androidClass,
  members: { ...androidClass.members, getNumber: { kind: 'method', data: ['number'], ...change } },
});

test.each<[what: string, rule: LintRule, path: string, broken: unknown, detail: string]>([
  ['an unknown field', 'shape', 'sdks/some.json', { ...sdk, colour: 'red' }, '$.colour: unknown field'],
  [
    'an SDK of hearsay',
    'weak-source',
    'sdks/some.json',
    { ...sdk, references: ['general knowledge', 'names from memory'] },
    'no source but general knowledge',
  ],
  [
    'an API of hearsay that tells',
    'weak-source',
    'apis/android/a.b.Phone.json',
    {
      ...member({}),
      members: { getNumber: { kind: 'method', data: ['number'] } },
      references: ['interface from general knowledge'],
      examples: { hit: ['a.b.Phone.getNumber()I'], miss: ['a.b.Phone.hashCode()I'] },
    },
    'getNumber rests on general knowledge and is not of low signal',
  ],
  ['no reference', 'references', 'packers/some.json', { ...packer, references: [] }, 'no reference'],
  [
    'no hit',
    'examples',
    'sdks/some.json',
    { ...sdk, examples: { ...sdk.examples, hit: [] } },
    'no example that must hit',
  ],
  [
    'no miss',
    'examples',
    'frameworks/some.json',
    { ...framework, examples: { ...framework.examples, miss: [] } },
    'no example that must miss',
  ],
  [
    'an unknown data type of a method',
    'data-type-unknown',
    'apis/android/a.b.Phone.json',
    member({ data: ['nmuber'] }),
    'nmuber',
  ],
  [
    'an unknown data type of a string',
    'data-type-unknown',
    'apis/android-strings/file-path.json',
    { ...androidStrings, strings: { ...androidStrings.strings, '/sys/x': { data: ['x:path'] } } },
    'x:path',
  ],
  [
    'an unknown data type chosen by an argument',
    'data-type-unknown',
    'apis/script/web/phone.json',
    { ...scriptApi, members: { getNumber: { use: 'call', data: [], when: [{ argument: 0, data: ['none'] }] } } },
    'none',
  ],
  ['an unknown data type of an SDK', 'data-type-unknown', 'sdks/some.json', { ...sdk, observed: ['none'] }, 'none'],
  [
    'an unknown data type of a permission',
    'data-type-unknown',
    'permissions/android.json',
    {
      ...permissions,
      permissions: { 'android.permission.READ_NUMBER': { level: 'normal', data: ['none'], zh: '无' } },
    },
    'none',
  ],
  ['an unknown parent', 'parent-unknown', 'data-types/number.json', { ...dataType, parent: 'thing' }, 'thing'],
  ['itself as parent', 'parent-cycle', 'data-types/number.json', { ...dataType, parent: 'number' }, 'number -> number'],
  [
    'an unknown permission',
    'permission-unknown',
    'apis/android/a.b.Phone.json',
    member({ permissions: ['READ_NUMBERS'] }),
    'READ_NUMBERS',
  ],
  [
    'a method without data and argument',
    'says-nothing',
    'apis/android/a.b.Phone.json',
    member({ data: [] }),
    'getNumber',
  ],
  [
    'a sink that takes nothing',
    'says-nothing',
    'sinks/android/a.b.Http.json',
    { ...androidSink, members: { ...androidSink.members, close: { kind: 'network', arguments: [] } } },
    'close',
  ],
  [
    'a string without data that shields nothing',
    'says-nothing',
    'apis/android-strings/file-path.json',
    { ...androidStrings, strings: { ...androidStrings.strings, '/sys/x': { data: [] } } },
    '/sys/x',
  ],
  [
    'a script member without data',
    'says-nothing',
    'apis/script/web/phone.json',
    { ...scriptApi, members: { ...scriptApi.members, other: { use: 'call', data: [] } } },
    'other',
  ],
  [
    'a package of one segment',
    'package-form',
    'sdks/some.json',
    { ...sdk, packages: ['com.some.sdk', 'some'] },
    'some',
  ],
  [
    'an open package pattern',
    'package-form',
    'frameworks/some.json',
    { ...framework, packages: ['com.some.framework', 'com.some.*'] },
    'com.some.*',
  ],
  [
    'a platform package',
    'platform-pattern',
    'sdks/some.json',
    { ...sdk, packages: ['com.some.sdk', 'androidx.core'] },
    'androidx.core',
  ],
  [
    'a platform component',
    'platform-pattern',
    'sdks/some.json',
    { ...sdk, components: [...sdk.components, 'android.app.Activity'] },
    'android.app.Activity',
  ],
  [
    'a packer by a class of Java',
    'platform-pattern',
    'packers/some.json',
    { ...packer, classes: [...packer.classes, 'java.lang.Object'] },
    'java.lang.Object',
  ],
  [
    'a library pattern that takes all',
    'wide-pattern',
    'sdks/some.json',
    { ...sdk, libraries: [...sdk.libraries, 'lib*.so'] },
    'lib*.so',
  ],
  ['a string constant of anyone', 'wide-pattern', 'sdks/some.json', { ...sdk, strings: ['ad*'] }, 'ad*'],
  [
    'a resource name with a gap',
    'wide-pattern',
    'sdks/some.json',
    { ...sdk, resources: ['some_*_icon'] },
    'some_*_icon',
  ],
  [
    'an asset pattern that takes all',
    'wide-pattern',
    'packers/some.json',
    { ...packer, files: ['assets/*'] },
    'assets/*',
  ],
  [
    'an unknown kind of discrepancy',
    'kind-unknown',
    'regulations/some.json',
    {
      ...regulation,
      clauses: { ...regulation.clauses, '2': { zh: '甲', en: 'a', quote: 'topic', kinds: ['secret'] } },
    },
    'secret',
  ],
  [
    'a member that is not there',
    'hit-missed',
    'apis/android/a.b.Phone.json',
    { ...androidClass, examples: { ...androidClass.examples, hit: ['a.b.Phone.getNumbers()I'] } },
    'a.b.Phone.getNumbers()I',
  ],
  [
    'an overload that is there',
    'miss-hit',
    'apis/android/a.b.Phone.json',
    { ...androidClass, examples: { ...androidClass.examples, miss: ['a.b.Phone.getOne(I)I'] } },
    'a.b.Phone.getOne(I)I',
  ],
  [
    'a string that the prefix takes',
    'miss-hit',
    'apis/android-strings/file-path.json',
    { ...androidStrings, examples: { ...androidStrings.examples, miss: ['/proc/number2'] } },
    '/proc/number2',
  ],
  [
    'a policy sentence that is not read',
    'hit-missed',
    'data-types/number.json',
    { ...dataType, examples: { ...dataType.examples, hit: ['我们收集昵称。'] } },
    '我们收集昵称。',
  ],
  [
    'a script that is not traced',
    'hit-missed',
    'apis/script/web/phone.json',
    { ...scriptApi, examples: { ...scriptApi.examples, hit: ['own.getNumber()'] } },
    'own.getNumber()',
  ],
  [
    'policy wording that is another SDK',
    'miss-hit',
    'sdks/some.json',
    { ...sdk, examples: { ...sdk.examples, miss: ['policy:某SDK'] } },
    'policy:某SDK',
  ],
  [
    'a class outside the packages',
    'hit-missed',
    'sdks/some.json',
    { ...sdk, examples: { ...sdk.examples, hit: ['class:com.some.sdkx.A'] } },
    'class:com.some.sdkx.A',
  ],
  [
    'a file that the framework has',
    'miss-hit',
    'frameworks/some.json',
    { ...framework, examples: { ...framework.examples, miss: ['file:assets/some.js'] } },
    'file:assets/some.js',
  ],
  [
    'a stub that the packer has not',
    'hit-missed',
    'packers/some.json',
    { ...packer, examples: { ...packer.examples, hit: ['class:com.some.shell.StubX'] } },
    'class:com.some.shell.StubX',
  ],
  [
    'a kind that no clause has',
    'hit-missed',
    'regulations/some.json',
    { ...regulation, examples: { ...regulation.examples, hit: ['vague'] } },
    'vague',
  ],
  [
    'a permission that is there',
    'miss-hit',
    'permissions/android.json',
    { ...permissions, examples: { ...permissions.examples, miss: ['android.permission.READ_NUMBER'] } },
    'android.permission.READ_NUMBER',
  ],
])('%s is found by the rule %s', (_what, rule, path, broken, detail) => {
  expect(lint({ [path]: broken }).filter((problem) => problem.rule === rule)).toEqual([{ file: path, rule, detail }]);
});

test('two data types that are each other’s parent are a cycle in both', () => {
  const problems = lint({
    'data-types/number.json': { ...dataType, parent: 'other' },
    'data-types/other.json': { ...dataType, parent: 'number' },
  });
  expect(problems).toEqual([
    { file: 'data-types/number.json', rule: 'parent-cycle', detail: 'number -> other -> number' },
    { file: 'data-types/other.json', rule: 'parent-cycle', detail: 'other -> number -> other' },
  ]);
});

test('a prefix, component, setting, library or module of two SDKs is a problem of both', () => {
  const other = { ...sdk, components: [], assets: [], libraries: [], modules: [], settings: [] };
  const problems = lint({
    'sdks/other.json': { ...other, examples: { hit: ['policy:某SDK'], miss: ['policy:别的'] } },
  });
  expect(problems.filter(({ rule }) => rule === 'shared-mark')).toEqual([
    { file: 'sdks/other.json', rule: 'shared-mark', detail: 'packages: com.some.sdk is also of some' },
    { file: 'sdks/some.json', rule: 'shared-mark', detail: 'packages: com.some.sdk is also of other' },
  ]);
});

test('a library of a packer and of an SDK is a problem of the packer', () => {
  const broken = { ...packer, libraries: ['libsomeshell.so', 'libsome*.so'] };
  expect(lint({ 'packers/some.json': broken })).toEqual([
    { file: 'packers/some.json', rule: 'shared-mark', detail: 'libraries: libsome*.so is also of some' },
  ]);
});

test('the longest prefix over all SDKs decides a class example', () => {
  const inner: SdkSignature = {
    ...sdk,
    packages: ['com.some.sdk.inner'],
    components: [],
    settings: [],
    libraries: [],
    assets: [],
    modules: [],
    examples: { hit: ['class:com.some.sdk.inner.A'], miss: ['class:com.some.sdk.A'] },
  };
  expect(lint({ 'sdks/inner.json': inner })).toEqual([]);
  const claimsInner = { ...sdk, examples: { ...sdk.examples, hit: ['class:com.some.sdk.inner.A'] } };
  expect(lint({ 'sdks/inner.json': inner, 'sdks/some.json': claimsInner })).toEqual([
    { file: 'sdks/some.json', rule: 'hit-missed', detail: 'class:com.some.sdk.inner.A' },
  ]);
});
