import { expect, test } from 'vitest';
import { compileCatalogue } from '../../analyzers/catalogue/compile.ts';
import { lintSignatures } from '../../analyzers/catalogue/lint.ts';
import { compileScriptWatch, extractScript } from '../../analyzers/extract/script/extract-script.ts';
import { scriptSinkApi } from '../../analyzers/model/sink.ts';
import { compilePolicyReader, readPolicy } from '../../analyzers/policy/read-policy.ts';
import { readSignatureFiles } from './signature-files.ts';

const files = readSignatureFiles();
const catalogue = compileCatalogue(files);
const watch = compileScriptWatch(catalogue);
const reader = compilePolicyReader(catalogue);
const utf8 = new TextEncoder();

const readers = {
  namesDataType(id: string, sentence: string): boolean {
    const { claims } = readPolicy('example.txt', utf8.encode(sentence), reader);
    return claims.some((claim) => claim.data === id && claim.stance === 'affirmed');
  },
  touchesScriptApi(id: string, script: string): boolean {
    const members = Object.keys(catalogue.scriptApis[id]?.members ?? {});
    const module = id.slice(id.indexOf('/') + 1);
    const values = new Set(members.map((member) => `${module}.${member}`));
    const path = script.startsWith('<!-- wxml -->') ? 'example.wxml' : 'example.jsx';
    return extractScript(path, utf8.encode(script), watch).facts.some(
      ({ kind, value }) => (kind === 'call' || kind === 'field') && values.has(value),
    );
  },
  reachesScriptSink(id: string, script: string): boolean {
    const module = id.slice(id.indexOf('/') + 1);
    const members = Object.keys(catalogue.scriptSinks[id]?.members ?? {});
    const apis = new Set(members.map((member) => scriptSinkApi(module, member)));
    const { facts } = extractScript('example.jsx', utf8.encode(script), watch);
    return facts.some(({ sinks = [] }) => sinks.some(({ api }) => apis.has(api)));
  },
  namesSdk(id: string, wording: string): boolean {
    const { mentions } = readPolicy('example.txt', utf8.encode(wording), reader);
    return mentions.some(({ sdk }) => sdk === id);
  },
};

test('every signature has its shape, its sources and examples, and refers to nothing that is not there', () => {
  expect(lintSignatures(files)).toEqual([]);
});

test('examples of scripts hit and miss in the script extractor', () => {
  expect(lintSignatures(files, { touchesScriptApi: readers.touchesScriptApi })).toEqual([]);
});

test('examples of sinks hit and miss in the script extractor', () => {
  expect(lintSignatures(files, { reachesScriptSink: readers.reachesScriptSink })).toEqual([]);
});

test('examples of data types hit and miss in the policy reader', () => {
  expect(lintSignatures(files, { namesDataType: readers.namesDataType })).toEqual([]);
});

test('policy wording of SDKs hits and misses in the policy reader', () => {
  expect(lintSignatures(files, { namesSdk: readers.namesSdk })).toEqual([]);
});
