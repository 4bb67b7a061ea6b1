import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FACTS } from '../outside-material.ts';

/**
 * The tests that show what becomes of each trick: a phrase that names the trick, the file of the test, and a part of the
 * test's name, or of the row in its table of cases.
 */
const SHOWN: [trick: RegExp, file: string, test: string][] = [
  // Archives.
  [/method ids that do not exist/, 'hostile/archive-tricks', 'an unknown method in the local header'],
  [/^the central directory$/, 'hostile/archive-tricks', 'an unknown method in the directory'],
  [/or both\): Android/, 'hostile/archive-tricks', 'an unknown method in both'],
  [/'encrypted' flag/, 'hostile/archive-tricks', 'the encryption flag in the directory'],
  [/^or both\)$/, 'hostile/archive-tricks', 'the encryption flag in both'],
  [/Local header that disagrees/, 'hostile/archive-tricks', 'other sizes in the local header'],
  [/^name length$/, 'hostile/archive-tricks', 'another name in the local header'],
  [/^method$/, 'hostile/archive-tricks', 'an unknown method in the local header'],
  [/^extra length\)/, 'hostile/archive-tricks', 'another extra field in the local header'],
  [/data begins after/, 'hostile/archive-tricks', 'another extra field in the local header'],
  [/^Wrong CRC$/, 'hostile/archive-tricks', 'wrong checksums'],
  [/sizes of zero with a data descriptor/, 'hostile/archive-tricks', 'sizes in data descriptors'],
  [/ZIP64 fields without need/, 'hostile/archive-tricks', 'ZIP64 fields without need'],
  [/a comment that contains/, 'hostile/archive-tricks', 'the signature of an end record in the comment'],
  [/^data before the archive$/, 'hostile/archive-tricks', "'data before the archive'"],
  [/with and without adjusted/, 'hostile/archive-tricks', 'data before the archive, offsets adjusted'],
  [/APK Signing Block/, 'hostile/archive-tricks', 'an APK Signing Block'],
  [/^trailing bytes$/, 'hostile/archive-tricks', "'trailing bytes'"],
  [/Duplicate names/, 'hostile/archive-tricks', 'entries of the same name: all are read'],
  [/^say so\)$/, 'hostile/archive-tricks', 'zip/duplicate-name classes3.dex'],
  [/names with `\.\.`/, 'hostile/archive-tricks', 'a name that leaves the folder'],
  [/absolute paths/, 'hostile/archive-tricks', 'an absolute name'],
  [/^backslashes$/, 'hostile/archive-tricks', 'a name with backslashes'],
  [/^NUL$/, 'hostile/archive-tricks', 'a name with NUL'],
  [/trailing slashes \(`classes/, 'hostile/structure-tricks', 'a name that ends like a folder, for code'],
  [/^`AndroidManifest.xml\/`\)$/, 'hostile/archive-tricks', 'a decoy that ends like a folder'],
  [/^invalid UTF-8$/, 'hostile/archive-tricks', 'a name that is not UTF-8'],
  [/right-to-left marks/, 'hostile/archive-tricks', 'a name written from right to left'],
  [/^65535 bytes$/, 'hostile/archive-tricks', 'a name of 65,535 bytes'],
  [/^65535 entries$/, 'hostile/large', 'an APK with 65,535 entries'],
  [/claims 4 GB/, 'hostile/archive-tricks', 'an entry that claims 4 GB'],
  [/ratios over 1:1000/, 'hostile/large', 'a bomb of 1:1000 as %s'],
  [/archives in archives/, 'hostile/large', 'archives in archives, 60 deep'],
  [/overlapping entries/, 'hostile/archive-tricks', 'entries that share their data'],
  // Compiled XML and resources.
  [/^File type or header size/, 'hostile/code-tricks', 'another file type'],
  [/^total size wrong$/, 'hostile/structure-tricks', 'a wrong total size'],
  [/unknown chunks before/, 'hostile/code-tricks', 'an unknown chunk before the nodes'],
  [/between and after/, 'hostile/code-tricks', 'a resource map among the nodes'],
  [/chunk sizes that overlap/, 'hostile/structure-tricks', 'a chunk that runs past the end'],
  [/counts that lie/, 'hostile/code-tricks', 'a string count that lies'],
  [/^offsets out of range$/, 'hostile/structure-tricks', 'a string offset out of range'],
  [/UTF-8 lengths that disagree/, 'hostile/structure-tricks', 'a string whose lengths disagree and that does not end'],
  [/both encodings/, 'hostile/resource-tricks', 'string pools in the other encoding'],
  [/style data missing/, 'hostile/structure-tricks', 'styles of strings that are missing'],
  [/unterminated strings/, 'hostile/structure-tricks', 'a string whose lengths disagree and that does not end'],
  [/thousands of empty strings/, 'hostile/structure-tricks', 'a manifest with thousands of empty strings'],
  [/Attribute names blank/, 'hostile/code-tricks', 'attribute names that are blank'],
  [/attribute size other/, 'hostile/code-tricks', 'longer attributes'],
  [/missing namespaces/, 'hostile/code-tricks', 'attributes without their namespace'],
  [/end tags missing/, 'hostile/code-tricks', 'end tags that are missing'],
  [/text that imitates tags/, 'hostile/resource-tricks', 'text that imitates tags'],
  [/deep nesting/, 'hostile/resource-tricks', 'a manifest nested 100,000 deep'],
  [/sparse and compact/, 'hostile/resource-tricks', 'sparse compact entries'],
  [/several packages/, 'hostile/resource-tricks', 'a manifest that refers to another package'],
  [/^overlays$/, 'hostile/resource-tricks', 'groups that other packages lay over'],
  [/obfuscated paths/, 'hostile/resource-tricks', 'files of resources under obfuscated paths'],
  [/references in circles/, 'hostile/resource-tricks', 'resources that refer to each other in a circle'],
  [/references in circles/, 'hostile/structure-tricks', 'styles whose parents go in a circle'],
  [/staged ids/, 'hostile/resource-tricks', 'a manifest that refers to staged ids'],
  [/types out of order/, 'hostile/resource-tricks', "['types out of order', "],
  // Compiled code.
  [/Wrong checksum/, 'hostile/code-tricks', 'a wrong DEX checksum'],
  [/dex\\n041/, 'hostile/code-tricks', 'a container of version 041'],
  [/data after the file/, 'hostile/code-tricks', 'data behind a DEX file'],
  [/second DEX hidden/, 'hostile/code-tricks', 'a DEX file behind another'],
  [/^in assets$/, 'hostile/code-tricks', 'a DEX file under another name'],
  [/^in images$/, 'hostile/code-tricks', 'a DEX file behind a picture'],
  [
    /^in native libraries$/,
    'hostile/packed-tricks',
    'a DEX file in a native library, %s: told, and read where it lies',
  ],
  [/compact DEX/, 'hostile/code-tricks', 'compact DEX is code that is not read'],
  [/gaps in the numbering/, 'hostile/code-tricks', 'DEX files with gaps in their numbers'],
  [/decoy files/, 'hostile/code-tricks', 'a text that poses as DEX in the assets'],
  [/truncated or overlapping/, 'hostile/structure-tricks', 'a code item that claims more than the file has'],
  [/truncated or overlapping/, 'hostile/structure-tricks', 'code items that overlap'],
  [/odex-only opcodes/, 'hostile/code-tricks', 'invalid instructions where no path leads'],
  [/payloads misaligned/, 'hostile/structure-tricks', 'a payload that is not aligned'],
  [/branches into operands/, 'hostile/structure-tricks', 'a branch into an operand'],
  [/try blocks out of range/, 'hostile/structure-tricks', 'try blocks out of range'],
  [/10 MB methods/, 'hostile/large', "['10 MB in one method', "],
  [/^65536 registers$/, 'hostile/structure-tricks', "['65,535 registers', "],
  [/case-insensitive disks/, 'hostile/code-tricks', 'names that differ in case only, and reserved words'],
  [/with reserved words/, 'hostile/code-tricks', 'names that differ in case only, and reserved words'],
  [/homoglyphs/, 'hostile/structure-tricks', "'La/\\u0430pp;'"],
  [/bidirectional controls/, 'hostile/code-tricks', 'a name written from right to left'],
  [/^60000 characters$/, 'hostile/code-tricks', 'a name of 60,000 characters'],
  [/class hierarchies in circles/, 'hostile/code-tricks', 'classes in a circle'],
  [/class hierarchies in circles/, 'hostile/structure-tricks', 'interfaces in a circle'],
  [/superclass depth/, 'hostile/large', "['classes 50,000 deep', "],
  [/debug info/, 'hostile/dex-encoding', 'debug information that never ends'],
  [/LEB128/, 'hostile/dex-encoding', 'LEB128 numbers that are longer than they need be'],
  [/string data without/, 'hostile/structure-tricks', 'a string without terminator'],
  [/MUTF-8/, 'hostile/structure-tricks', 'one with NUL and lone surrogates'],
  // Native libraries, scripts, bytecode, policies, reports.
  [/^ELF with no or false/, 'hostile/code-tricks', 'native libraries without section headers'],
  [/packed \(UPX\)/, 'hostile/structure-tricks', 'a native library that UPX has packed'],
  [/fake machine types/, 'hostile/structure-tricks', 'a native library for a machine that does not exist'],
  [/20 MB on one line/, 'hostile/script-tricks', '20 MB more on one line'],
  [/100000 levels/, 'hostile/script-tricks', 'a bundle that ends nested 100,000 deep in %s'],
  [/100000 levels/, 'hostile/script-tricks', "['sums', "],
  [/1000000-element/, 'hostile/script-tricks', 'an array of 1,000,000 elements'],
  [/^invalid UTF-8$/, 'hostile/script-tricks', "'invalid UTF-8',"],
  [/^BOM$/, 'hostile/script-tricks', 'a byte order mark'],
  [/^hashbang$/, 'hostile/script-tricks', 'a hashbang'],
  [/HTML comments/, 'hostile/script-tricks', 'HTML comments'],
  [/cyclic imports/, 'hostile/script-tricks', 'modules that require each other in a circle'],
  [/source maps that point outside/, 'hostile/script-tricks', 'a map that points outside'],
  [/^are huge$/, 'hostile/script-tricks', 'a map that is huge'],
  [/^or lie$/, 'hostile/script-tricks', 'a map that lies and leads all code to %s'],
  [/Hermes: unknown version/, 'hostile/script-tricks', 'an unknown version'],
  [/table sizes that lie/, 'hostile/script-tricks', 'a count of strings that lies'],
  [/overlapping strings/, 'hostile/script-tricks', 'Hermes strings that overlap'],
  [/function offsets/, 'hostile/script-tricks', 'function offsets out of range'],
  [/Policies: 50 MB/, 'hostile/odd-policies', '50 MB of policy'],
  [/^one line$/, 'policy/limits', 'one endless line'],
  [/deeply nested HTML/, 'policy/limits', 'elements nested without end'],
  [/hidden text/, 'hostile/odd-policies', 'text that nobody sees'],
  [/entities that expand/, 'hostile/odd-policies', 'entities that expand'],
  [/DOCX and PDF bombs/, 'hostile/odd-policies', 'a DOCX bomb'],
  [/DOCX and PDF bombs/, 'cli/pdf-policy', 'a PDF that takes more work than its size allows'],
  [/explode a regular expression/, 'policy/limits', 'no text makes a pattern explode'],
  [/Reports: labels/, 'cli/hostile-build', "'晴天天气'"],
  [/^class names$/, 'cli/hostile-build', 'com/example/<img src=x onerror=alert(1)>'],
  [/strings and policy text that carry HTML/, 'cli/hostile-build', 'html: no element, attribute or script but its own'],
  [/^script$/, 'cli/hostile-build', 'html: no element, attribute or script but its own'],
  [/^Markdown$/, 'cli/hostile-build', 'markdown: no markup outside of code'],
  [/ANSI escapes/, 'cli/hostile-build', "'=1+1|<b>\\u001b[1m`'"],
  [/spreadsheet formulas/, 'cli/hostile-build', 'no cell that a spreadsheet computes'],
  [/bidirectional controls/, 'cli/hostile-build', '\\u202e'],
  // Packed code.
  [/exists in no DEX/, 'hostile/packed-tricks', 'a manifest says which code is missing'],
  [/whatever the vendor/, 'hostile/packed-tricks', "'org.nobody.knows.Shell'"],
  [/DEX that is tiny/, 'hostile/packed-tricks', 'a tiny DEX file, and the code of the app encrypted in %s'],
  [/high entropy/, 'hostile/packed-tricks', 'code as dense as cipher text'],
  [/high entropy/, 'hostile/packed-tricks', 'a part of the code that is encrypted as %s'],
];

/** Where a policy, and the text of a report, is what a trick is in; all others are made from real APKs. */
const NO_BUILD = /^(?:policy|cli|hostile\/odd-policies)/;

test('tricks of builds are made from real APKs', () => {
  for (const [, file] of SHOWN.filter(([, where]) => !NO_BUILD.test(where))) {
    expect(source(file)).toMatch(/realParts\(|partsOf\(/);
  }
});

const source = (file: string): string => readFileSync(new URL(`../${file}.test.ts`, import.meta.url), 'utf8');

test.each(SHOWN)('%s is shown', (_, file, title) => {
  expect(source(file)).toContain(title);
});

/** The tricks of a published list, row by row: each row names several. */
function tricks(list: string): string[] {
  return list
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .flatMap((line) =>
      line
        .slice(2)
        // Digits in groups of three are one number.
        .replace(/(\d),(?=\d{3})/g, '$1')
        .split(/[;,]/)
        .map((phrase) => phrase.trim().replace(/\.$/, '')),
    );
}

test.skipIf(FACTS === undefined)('every trick that is known from the wild has a test', () => {
  const known = tricks(readFileSync(`${FACTS}/hostile-inputs.md`, 'utf8'));
  expect(known.length).toBeGreaterThan(100);
  expect(known.filter((phrase) => !SHOWN.some(([trick]) => trick.test(phrase)))).toEqual([]);
  expect(
    SHOWN.filter(([trick]) => !known.some((phrase) => trick.test(phrase))).map(([trick]) => String(trick)),
  ).toEqual([]);
});
