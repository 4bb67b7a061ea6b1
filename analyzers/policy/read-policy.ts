import { createHash } from 'node:crypto';
import type { Claim, DeclaredPermission, PolicyDefect, PolicyReading } from '../model/claim.ts';
import { DEFAULT_LIMITS } from '../model/limits.ts';
import type { Location } from '../model/location.ts';
import type { Block } from './block.ts';
import type { Locator } from './claims.ts';
import { cutText, decodePolicy } from './decode.ts';
import { inOrder, lacksOf, missingBasics, missingList, placeholders } from './defects.ts';
import { partFields } from './inline-fields.ts';
import { isForeign, languageOf } from './language.ts';
import { inLanguage } from './lexicon.ts';
import { lineIndex } from './mapped-text.ts';
import { mentionsIn } from './mentions.ts';
import { withOperatorNamed } from './operator-name.ts';
import { readPassages } from './passages.ts';
import { looksLikeHtml, readHtml } from './read-html.ts';
import { readLines } from './read-lines.ts';
import type { PolicyReader } from './reader.ts';
import { gatherTables } from './scattered-tables.ts';
import { bodyOf, isOfMinors, type Part, sectionsOf } from './sections.ts';
import { deadReferences, foreignNames, missingRules, wrongCompanies } from './text-defects.ts';
import { textPassages } from './text-passages.ts';
import { gatherAnswers } from './verdict-tables.ts';

/** Identifiers of the Mobile Security Alliance: an English text with these is of a Chinese app, and AAID is the third of them. */
const CHINESE_IDENTIFIERS = /\b[OV]AID\b/;

/** Units of text by which the language is told. */
const VISIBLE_SAMPLE = 100_000;

export { compilePolicyReader, type PolicyReader } from './reader.ts';

/**
 * Reads one policy: plain text, Markdown or HTML, Chinese or English, told by its content.
 *
 * @param name the policy's name in locations and messages
 * @param bytes the file in UTF-8, UTF-16, GB18030 or Big5
 * @param contained the text where the bytes are a container of it (an office document); lines are those of the text
 * @param most bytes of a text that are read, characters of one that is contained
 * @throws InputError when it holds no text
 */
export function readPolicy(
  name: string,
  bytes: Uint8Array,
  { lexicon, ...known }: PolicyReader,
  contained?: string,
  most = DEFAULT_LIMITS.policySize,
): PolicyReading {
  const { text, gaps } = contained === undefined ? decodePolicy(name, bytes, most) : cutText(name, contained, most);
  const lineOf = lineIndex(text);
  const locate: Locator = (position) => ({ file: name, ...lineOf(position) });
  const { blocks, complete } = looksLikeHtml(text) ? readHtml(text) : { blocks: readLines(text), complete: true };
  if (!complete) {
    const detail = 'elements are nested too deeply; the rest of the policy was not read';
    gaps.push({ stage: 'policy', file: name, code: 'over-budget', detail, material: false });
  }
  const visible = visibleText(blocks);
  const foreign = isForeign(visible);
  if (foreign) {
    const detail = 'the policy is in neither Chinese nor English; what it declares was not understood';
    gaps.push({ stage: 'policy', file: name, code: 'unsupported', detail, material: false });
  }
  const language = languageOf(visible);
  const senses = language === 'en' && !CHINESE_IDENTIFIERS.test(text) ? 'en' : 'zh';
  const reader: PolicyReader = { ...known, lexicon: inLanguage(lexicon, senses) };
  const parts = withOperatorNamed(
    sectionsOf(gatherTables(partFields(gatherAnswers(blocks), reader.lexicon), reader.lexicon), reader.lexicon),
  );
  const outcome = readPassages(reader, parts, locate, isOfMinors(blocks));
  const texts = [
    ...parts.flatMap((part) =>
      part.scan === null
        ? []
        : [{ scan: part.scan, offsets: bodyOf(part).offsets, linked: linksIn(part), ...outcome.described.get(part) }],
    ),
    ...outcome.scans,
  ];
  const sdks = outcome.sdks;
  const headings = parts.flatMap((part) => (part.heading && part.scan !== null ? [part.scan.text.trim()] : []));
  const lists = missingList(texts, outcome.rows.length, locate);
  const defects: PolicyDefect[] = [
    ...outcome.defects,
    ...texts.flatMap(({ scan, offsets }) => placeholders(scan, offsets, locate)),
    ...lacksOf(outcome.rows),
    ...lists,
    ...missingBasics(texts, locate),
    ...wrongCompanies(outcome.rows, reader.sdkCompanies),
    ...missingRules(texts, locate),
    ...deadReferences(texts, headings, outcome.rows.length, locate).filter(
      ({ at }) => !lists.some((list) => list.at.line === at.line),
    ),
    ...foreignNames(parts[0]?.scan?.text ?? '', texts, locate),
  ];
  return {
    policy: {
      name,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      language: foreign ? 'unknown' : language,
      passages: textPassages(blocks, lineOf),
    },
    claims: unique(outcome.claims),
    sdks,
    permissions: firstOfEach(outcome.permissions),
    mentions: mentionsIn(texts, sdks, locate),
    defects: inOrder(defects),
    gaps,
  };
}

/** The beginning of what a reader sees. */
function visibleText(blocks: readonly Block[]): string {
  const texts: string[] = [];
  let length = 0;
  for (const block of blocks) {
    if (length > VISIBLE_SAMPLE) break;
    const text =
      block.kind === 'text'
        ? block.content.text
        : block.rows
            .flat()
            .map((cell) => cell.text)
            .join(' ');
    texts.push(text.slice(0, VISIBLE_SAMPLE));
    length += text.length;
  }
  return texts.join('\n');
}

function linksIn({ block }: Part): boolean {
  return block.kind === 'text' && (block.content.links?.length ?? 0) > 0;
}

/** The same sentence says the same thing; its first place counts. */
function unique(claims: readonly Claim[]): Claim[] {
  const byId = new Map<string, Claim>();
  for (const claim of claims) if (!byId.has(claim.id)) byId.set(claim.id, claim);
  return [...byId.values()].sort((a, b) => compareLocations(a.at, b.at) || (a.id < b.id ? -1 : 1));
}

function firstOfEach(permissions: readonly DeclaredPermission[]): DeclaredPermission[] {
  const sorted = [...permissions].sort((a, b) => compareLocations(a.at, b.at) || (a.name < b.name ? -1 : 1));
  const names = new Set<string>();
  return sorted.filter((permission) => !names.has(permission.name) && names.add(permission.name));
}

function compareLocations(a: Location, b: Location): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
