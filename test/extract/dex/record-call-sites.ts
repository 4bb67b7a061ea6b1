/**
 * Records where dexdump (Debian package dexdump) sees calls of members of the catalogue, and reads of its fields: the
 * expectation of call-sites.test.ts. `npx tsx test/extract/dex/record-call-sites.ts` records the APKs that the test
 * names; with paths of APKs or DEX files it writes nothing and says how Candor and dexdump differ on these.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { compileCatalogue } from '../../../analyzers/catalogue/compile.ts';
import { readSignatureFiles } from '../../signatures/signature-files.ts';
import { APKS, dexFilesOf, digestsOf, EXPECTATION, type Sites, sitesFound } from './call-sites.ts';

const METHOD = /^[0-9a-f]{6}: +\|\[[0-9a-f]+\] ([^:]+)\.([^.:]+):/;
const REFERENCE = /\|([0-9a-f]{4,}): (invoke-[a-z/]+|[is]get[a-z-]*) .*?L([^;]+);\.([^:]+):(\S+)/;
const CLASS = /^ {2}Class descriptor {2}: 'L(.*);'/;
const SUPERCLASS = /^ {2}Superclass {8}: 'L(.*);'/;
const OWN_METHOD = /^ {6}name {10}: '(.*)'/;
const OWN_TYPE = /^ {6}type {10}: '(\(.*)'/;

const catalogue = compileCatalogue(readSignatureFiles());

interface Dump {
  superclasses: Map<string, string>;
  declared: Set<string>;
  references: { site: string; owner: string; member: string; type: string; isField: boolean }[];
}

async function dumped(dex: string, name: string): Promise<Dump> {
  const dump: Dump = { superclasses: new Map(), declared: new Set(), references: [] };
  let owner = '';
  let method = '';
  let own = '';
  for await (const line of createInterface({ input: spawn('dexdump', ['-d', dex]).stdout })) {
    const defined = CLASS.exec(line)?.[1];
    if (defined !== undefined) owner = defined.replaceAll('/', '.');
    const above = SUPERCLASS.exec(line)?.[1];
    if (above !== undefined) dump.superclasses.set(owner, above.replaceAll('/', '.'));
    own = OWN_METHOD.exec(line)?.[1] ?? own;
    const type = OWN_TYPE.exec(line)?.[1];
    if (type !== undefined) dump.declared.add(`${owner}.${own}${type}`);
    const heading = METHOD.exec(line);
    if (heading !== null) method = `${heading[1]}.${heading[2]}`;
    const [, address, instruction, of, member, proto] = REFERENCE.exec(line) ?? [];
    if (address === undefined || of === undefined || member === undefined || proto === undefined) continue;
    const isField = !instruction?.startsWith('invoke');
    const site = `${name} ${method}@${Number.parseInt(address, 16)}`;
    dump.references.push({ site, owner: of.replaceAll('/', '.'), member, type: proto.replace(/,$/, ''), isField });
  }
  return dump;
}

/** The member of the catalogue that a reference means, by itself or inherited; null for none. */
function watched({ superclasses, declared }: Dump, { owner, member, type, isField }: Dump['references'][number]) {
  const pending = [owner];
  const seen = new Set<string>();
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const members = catalogue.androidApis[at] ?? {};
    const known = Object.hasOwn(members, member) ? members[member] : undefined;
    if (known !== undefined && (known.kind === 'field') === isField) {
      return known.descriptors === undefined || known.descriptors.includes(type) ? `${at}.${member}` : null;
    }
    // Fields and constructors belong to the class that is named.
    if (isField || member.startsWith('<') || declared.has(`${at}.${member}${type}`)) return null;
    const above = superclasses.get(at);
    pending.push(...(above === undefined ? (catalogue.classHierarchy[at] ?? []) : [above]));
  }
  return null;
}

async function expected(path: string): Promise<Sites> {
  const sites: Sites = {};
  const folder = mkdtempSync(join(tmpdir(), 'call-sites-'));
  for (const { name, bytes } of dexFilesOf(path)) {
    const dex = join(folder, 'classes.dex');
    writeFileSync(dex, bytes);
    const dump = await dumped(dex, name);
    for (const reference of dump.references) {
      const value = watched(dump, reference);
      if (value === null) continue;
      sites[value] ??= [];
      sites[value].push(reference.site);
    }
  }
  rmSync(folder, { recursive: true });
  return sites;
}

const asked = process.argv.slice(2);
if (asked.length === 0) {
  const recorded: Record<string, Record<string, string>> = {};
  for (const [name, path] of Object.entries(APKS)) recorded[name] = digestsOf(await expected(path));
  writeFileSync(EXPECTATION, `${JSON.stringify(recorded, null, 1)}\n`);
}
for (const path of asked) {
  const seen = await expected(path);
  const { sites } = sitesFound(path, catalogue);
  const list = (of: Sites): string[] =>
    Object.entries(of).flatMap(([value, at]) => at.map((site) => `${value} ${site}`));
  const difference = (of: string[], less: string[]): string[] => {
    const rest = new Map<string, number>();
    for (const each of less) rest.set(each, (rest.get(each) ?? 0) + 1);
    return of.filter((each) => {
      const left = rest.get(each) ?? 0;
      rest.set(each, left - 1);
      return left <= 0;
    });
  };
  const [theirs, ours] = [list(seen), list(sites)];
  const missed = difference(theirs, ours).map((site) => `  missed ${site}`);
  const more = difference(ours, theirs).map((site) => `  only here ${site}`);
  const head = `${basename(path)}: ${Object.keys(seen).length} members, ${theirs.length} sites, ${ours.length} found`;
  process.stdout.write(`${[head, ...missed, ...more].join('\n')}\n`);
}
