import { expect, test } from 'vitest';
import { type FlowCase, INFO, sinksOf } from './flow-case.ts';

/** Objects that constructors make of what they get, and that are sent as a whole. */
const CASES: FlowCase[] = [
  [
    'an object of a class, put into a text or handed over',
    [
      INFO,
      'class Device { constructor(kind, id) { this.kind = kind; this.id = id; } }',
      'const first = new Device("a", DeviceInfo.getUniqueId());',
      'fetch("/a", { body: JSON.stringify(first) });',
      'const list = []; list.push(first);',
      'fetch("/b", { body: JSON.stringify({ list }) });',
      'const other = new Device("a", "b");',
      'fetch("/c", { body: JSON.stringify(other) });',
      'fetch("/d", { body: first.kind });',
    ],
    'network fetch a.tsx:4',
    'network fetch a.tsx:6',
  ],
  [
    'an object of a class that keeps its arguments as fields',
    [
      INFO,
      'class Device { constructor(readonly kind: string, private id: string) {} }',
      'const first = new Device("a", DeviceInfo.getUniqueId());',
      'fetch("/a", { body: JSON.stringify(first) });',
      'const other = new Device("a", "b");',
      'fetch("/c", { body: JSON.stringify(other) });',
    ],
    'network fetch a.tsx:4',
  ],
  [
    'a function that is used as a class, without a prototype of its own',
    [
      INFO,
      'function Device(kind, id) { this.kind = kind; this.id = id; }',
      'var first = new Device("a", DeviceInfo.getUniqueId());',
      'fetch("/a", { body: first.id });',
      'fetch("/b", { body: first.kind });',
      'var list = []; list.push(first);',
      'fetch("/c", { body: JSON.stringify(list) });',
      'var other = new Device("a", "b");',
      'fetch("/d", { body: JSON.stringify(other) });',
    ],
    'network fetch a.tsx:4',
    'network fetch a.tsx:7',
  ],
  [
    'a function that is called, not used as a class',
    [
      INFO,
      'function Device(kind, id) { this.kind = kind; this.id = id; }',
      'var first = Device("a", DeviceInfo.getUniqueId());',
      'fetch("/a", { body: first });',
    ],
  ],
];

test.each(CASES)('%s', (_name, files, ...sinks) => {
  expect(sinksOf(files)).toEqual(sinks);
});
