/**
 * Records where dexdump (Debian package dexdump) sees calls and field reads in ApiDemos: the expectation of
 * apidemos.test.ts. Run it with `npx tsx test/extract/dex/record-call-sites.ts [MEMBER...]`; without members it
 * records those again that the file has.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';

const EXPECTATION = new URL('apidemos-call-sites.json', import.meta.url);
const APK = 'node_modules/android-apidemos/apks/ApiDemos-debug.apk';
const METHOD = /^[0-9a-f]{6}: +\|\[[0-9a-f]+\] ([^:]+)\.([^.:]+):/;
const REFERENCE = /\|([0-9a-f]{4,}): (?:invoke-[a-z/]+|[is]get[a-z-]*) .*?L([^;]+);\.([^:]+):/;

const asked = process.argv.slice(2);
const members = asked.length > 0 ? asked : Object.keys(JSON.parse(readFileSync(EXPECTATION, 'utf8')));
const sites: Record<string, string[]> = Object.fromEntries(members.sort().map((member) => [member, []]));

const folder = mkdtempSync(join(tmpdir(), 'call-sites-'));
const apk = await JSZip.loadAsync(readFileSync(APK));
for (const name of Object.keys(apk.files).filter((path) => /^classes\d*\.dex$/.test(path))) {
  const dex = join(folder, name);
  writeFileSync(dex, (await apk.file(name)?.async('uint8array')) ?? new Uint8Array(0));
  let method = '';
  for (const line of execFileSync('dexdump', ['-d', dex], { maxBuffer: 2 ** 30, encoding: 'utf8' }).split('\n')) {
    const heading = METHOD.exec(line);
    if (heading !== null) method = `${heading[1]}.${heading[2]}`;
    const [, address, owner, member] = REFERENCE.exec(line) ?? [];
    const value = `${owner?.replaceAll('/', '.')}.${member}`;
    if (address !== undefined) sites[value]?.push(`${name} ${method}@${Number.parseInt(address, 16)}`);
  }
}
rmSync(folder, { recursive: true });
for (const list of Object.values(sites)) list.sort();
writeFileSync(EXPECTATION, `${JSON.stringify(sites, null, 1)}\n`);
