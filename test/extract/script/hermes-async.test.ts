import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../analyzers/catalogue/load.ts';
import { compileScriptWatch, extractScript } from '../../../analyzers/extract/script/extract-script.ts';

const FOLDER = fileURLToPath(new URL('hermes-async', import.meta.url));
const WATCH = compileScriptWatch(loadCatalogue());

/** What is read, where it goes, and whether that is at the start. */
function shown(name: string): string[] {
  const { facts, gaps } = extractScript(name, readFileSync(join(FOLDER, name)), WATCH);
  expect(gaps).toEqual([]);
  return facts
    .map(({ value, sinks = [], reach }) =>
      [value, ...sinks.map(({ api }) => api).sort(), reach?.beforeConsent ? 'at the start' : ''].join(' ').trim(),
    )
    .sort();
}

const LATER = [
  'navigator.contacts.select console.log',
  'navigator.mediaDevices.getUserMedia localStorage.setItem',
  'navigator.userAgentData fetch',
];
const AT_THE_START = [
  'navigator.clipboard.readText at the start',
  'navigator.geolocation.getCurrentPosition XMLHttpRequest().send at the start',
];

test('the source', () => {
  const behindConditions = [
    'navigator.clipboard.readText fetch at the start',
    'navigator.mediaDevices.enumerateDevices navigator.sendBeacon at the start',
  ];
  expect(shown('async.js')).toEqual([...LATER, ...AT_THE_START, ...behindConditions].sort());
});

/** Of bytecode nothing is said to run early that a jump can leave out. */
test.each(['async.98.hbc', 'async.99.hbc'])('%s', (name) => {
  const behindJumps = [
    'navigator.clipboard.readText fetch',
    'navigator.mediaDevices.enumerateDevices navigator.sendBeacon',
  ];
  expect(shown(name)).toEqual([...LATER, ...AT_THE_START, ...behindJumps].sort());
});

test.each(['captured.js', 'captured.98.hbc', 'captured.99.hbc'])('what inner functions fill: %s', (name) => {
  expect(shown(name).map((each) => each.replace(' at the start', ''))).toEqual([
    'navigator.clipboard.readText fetch',
    'navigator.contacts.select',
    'navigator.geolocation.getCurrentPosition navigator.sendBeacon',
  ]);
});
