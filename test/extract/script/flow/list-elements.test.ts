import { expect, test } from 'vitest';
import { type FlowCase, INFO, sinksOf } from './flow-case.ts';

const DEVICE = 'class Device { read() { return DeviceInfo.getUniqueId(); } }';
const CLOCK = 'class Clock { read() { return Date.now(); } }';

/** Objects in lists, whose methods are called one after the other. */
const CASES: FlowCase[] = [
  [
    'a loop over a list of objects',
    [
      INFO,
      DEVICE,
      CLOCK,
      'for (const source of [new Device(), new Clock()]) { fetch("/a", { body: source.read() }); }',
      'for (const source of [new Clock()]) { fetch("/b", { body: source.read() }); }',
    ],
    'network fetch a.tsx:4',
  ],
  [
    'lists that are spread out in others, or filled later on',
    [
      INFO,
      DEVICE,
      CLOCK,
      'const some = [new Device()]; const all = [...some, new Clock()]; const none = [new Clock()];',
      'for (const source of [...all]) { fetch("/a", { body: source.read() }); }',
      'for (const source of [...none]) { fetch("/b", { body: source.read() }); }',
      'const later = []; later.push(new Clock(), new Device());',
      'later.forEach((source) => { fetch("/c", { body: source.read() }); });',
      'const nothing = []; nothing.push(new Clock());',
      'nothing.forEach((source) => { fetch("/d", { body: source.read() }); });',
    ],
    'network fetch a.tsx:5',
    'network fetch a.tsx:8',
  ],
  [
    'sources with a common base, asked for all at once',
    {
      'a.ts': [
        "import { Base } from './b';",
        "import { sources } from './c';",
        'async function all(list) {',
        '  const pending = [];',
        '  for (const source of list) if (source instanceof Base) pending.push(source.result());',
        '  const found = {};',
        '  for (const part of await Promise.all(pending)) for (const entry of Object.entries(part)) found[entry[0]] = entry[1];',
        '  return found;',
        '}',
        'all([...sources]).then((found) => { fetch("/a", { body: JSON.stringify(found) }); });',
      ],
      'b.ts': [
        'export class Base {',
        '  result() { return new Promise((done) => { const put = (value) => { const one = {}; one[this.name] = value; done(one); }; put(this.read()); }); }',
        '}',
      ],
      'c.ts': [
        INFO,
        "import { Base } from './b';",
        'class Device extends Base { read() { return DeviceInfo.getUniqueId(); } }',
        'export const sources = [new Device()];',
      ],
    },
    'network fetch a.ts:10',
  ],
  [
    'a list that goes round in circles',
    [INFO, DEVICE, 'const list = [new Device()]; list.push(...list);', 'for (const each of list) { each.read(); }'],
  ],
];

test.each(CASES)('%s', (_name, files, ...sinks) => {
  expect(sinksOf(files)).toEqual(sinks);
});
