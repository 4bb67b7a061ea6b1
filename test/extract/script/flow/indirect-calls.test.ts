import { expect, test } from 'vitest';
import { type FlowCase, INFO, sinksOf } from './flow-case.ts';

/** Functions that are called by their `call` and `apply`, and promises of functions that variables hold. */
const CASES: FlowCase[] = [
  [
    'a callback that is handed over by call or apply',
    [
      INFO,
      'function take(count, done) { done(DeviceInfo.getUniqueId()); }',
      'take.call(null, 1, (id) => { fetch("/a", { body: id }); });',
      'take.apply(null, [1, (id) => { fetch("/b", { body: id }); }]);',
      'take.call((id) => { fetch("/c", { body: id }); }, 1);',
      'take.apply(null, [(id) => { fetch("/d", { body: id }); }, 1]);',
    ],
    'network fetch a.tsx:3',
    'network fetch a.tsx:4',
  ],
  [
    'a callback that goes through two files, each time by call',
    {
      'a.tsx': [
        "import { take } from './b';",
        'export function start() { take.call(this, (id) => { fetch("/a", { body: id }); }); }',
      ],
      'b.tsx': [
        INFO,
        'const inner = (done) => { DeviceInfo.getUniqueId().then((id) => done && done(id)); };',
        'export const take = function (done) { inner.call(this, (id) => { done && done(id); }); };',
      ],
    },
    'network fetch a.tsx:2',
  ],
  [
    'a method of the app that is called call',
    [
      INFO,
      'class Line { call(number, done) { done(DeviceInfo.getUniqueId()); } }',
      'new Line().call(1, (id) => { fetch("/a", { body: id }); });',
      'new Line().call((id) => { fetch("/b", { body: id }); }, 1);',
    ],
    'network fetch a.tsx:3',
  ],
  [
    'a promise of a function that a variable holds',
    [
      INFO,
      'function read() { const run = (done, failed) => { done({ id: DeviceInfo.getUniqueId() }); }; return new Promise(run); }',
      'read().then(({ id }) => { fetch("/a", { body: id }); });',
      'function other() { const run = (failed, done) => { done({ id: DeviceInfo.getUniqueId() }); }; return new Promise(run); }',
      'other().then(({ id }) => { fetch("/b", { body: id }); });',
    ],
    'network fetch a.tsx:3',
  ],
];

test.each(CASES)('%s', (_name, files, ...sinks) => {
  expect(sinksOf(files)).toEqual(sinks);
});
