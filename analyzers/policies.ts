import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { loadLexicon } from './catalogue/load.ts';
import { isDataSafety, readDataSafety } from './declarations/data-safety.ts';
import { readEditedReading } from './declarations/edited-reading.ts';
import { isPrivacyManifest, readPrivacyManifest } from './declarations/privacy-manifest.ts';
import { readDocx } from './formats/docx.ts';
import { MalformedError } from './formats/malformed-error.ts';
import { readPdf } from './formats/pdf.ts';
import { ZipError } from './formats/zip.ts';
import type { Catalogue } from './model/catalogue.ts';
import type { PolicyReading } from './model/claim.ts';
import { InputError } from './model/input-error.ts';
import { DEFAULT_LIMITS, type Limits } from './model/limits.ts';
import { mergeReadings } from './policy/merged-readings.ts';
import { compilePolicyReader, type PolicyReader, readPolicy } from './policy/read-policy.ts';

/** Forms and readings of ours; larger files are texts. */
const MAX_DECLARATION_BYTES = 16 * 1024 * 1024;
/** Real policies stay below 10 MB, with images. */
const MAX_PDF_BYTES = 64 * 1024 * 1024;

/**
 * Reads policy files from disk.
 * @param limits on the bytes of one, or the characters of the text that is in it
 * @throws InputError for a file that is missing, unreadable, empty or no text.
 */
export async function readPolicies(
  paths: string[],
  catalogue: Catalogue,
  { policySize }: Pick<Limits, 'policySize'> = DEFAULT_LIMITS,
): Promise<PolicyReading[]> {
  if (paths.length === 0) return [];
  const reader = compilePolicyReader(catalogue, loadLexicon(catalogue));
  const readings: PolicyReading[] = [];
  // One after the other: documents of an app are few, and what stands open at once stays bounded.
  for (const path of paths) {
    const name = basename(path);
    const bytes = readBytes(path);
    const declared = await readDeclaration(name, bytes, catalogue);
    if (declared !== null) readings.push(declared);
    else
      readings.push(
        isPdf(bytes) ? await readPdfPolicy(name, bytes, reader, policySize) : readOne(name, bytes, reader, policySize),
      );
  }
  return mergeReadings(readings);
}

/** A file that is a form or a reading already, and no text; null for every other. */
async function readDeclaration(name: string, bytes: Uint8Array, catalogue: Catalogue): Promise<PolicyReading | null> {
  if (bytes.length > MAX_DECLARATION_BYTES) return null;
  if (Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8)).includes('bplist00'))
    throw new InputError(
      name,
      'the property list is binary, which is not supported; convert it with plutil -convert xml1',
    );
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (isPrivacyManifest(text)) return readPrivacyManifest(name, bytes, text);
  if (isDataSafety(text)) return readDataSafety(name, bytes, text);
  if (!isEditedReading(text, name)) return null;
  return readEditedReading(name, bytes, text, catalogue);
}

/** An object of JSON, or of YAML in a file that is called so, with the lists that `candor policy` writes. */
function isEditedReading(text: string, name: string): boolean {
  if (/\.ya?ml$/i.test(name)) return /^claims:/m.test(text) && /^declaredSdks:/m.test(text);
  return /^\ufeff?\s*\{/.test(text) && text.includes('"claims"') && text.includes('"declaredSdks"');
}

function readOne(name: string, bytes: Uint8Array, reader: PolicyReader, most: number): PolicyReading {
  return readPolicy(name, bytes, reader, officeText(name, bytes), most);
}

/** The mark of a PDF may stand behind some bytes of another kind (ISO 32000, annex H). */
function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_024)).includes('%PDF-');
}

async function readPdfPolicy(
  name: string,
  bytes: Uint8Array,
  reader: PolicyReader,
  most: number,
): Promise<PolicyReading> {
  if (bytes.length > MAX_PDF_BYTES) throw new InputError(name, `the PDF is larger than ${MAX_PDF_BYTES} bytes`);
  const pdf = await readPdf(bytes).catch((error: unknown) => {
    if (error instanceof MalformedError) throw new InputError(name, error.message);
    throw error;
  });
  if (pdf.text.trim() === '' && pdf.cut) throw new InputError(name, 'the PDF takes more work than its size allows');
  if (pdf.text.trim() === '')
    throw new InputError(name, 'the PDF has no text, only images of its pages; save it as text or with a text layer');
  const reading = readPolicy(name, bytes, reader, pdf.text, most);
  const gaps = [...reading.gaps];
  if (pdf.silent > 0) {
    const detail = `${pdf.silent} of ${pdf.pages} pages hold no text (images of pages) and were not read`;
    gaps.push({ stage: 'policy', file: name, code: 'unsupported', detail, material: false });
  }
  if (pdf.cut) {
    const detail = 'the PDF takes more work than its size allows; pages or parts of them were not read';
    gaps.push({ stage: 'policy', file: name, code: 'over-budget', detail, material: false });
  }
  return { ...reading, gaps };
}

/** The text of an office document; undefined for every other file. */
function officeText(name: string, bytes: Uint8Array): string | undefined {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return undefined;
  try {
    const text = readDocx(bytes);
    if (text?.trim() === '') throw new InputError(name, 'the policy is empty');
    return text ?? undefined;
  } catch (error) {
    if (error instanceof ZipError) throw new InputError(name, `the office document cannot be read: ${error.message}`);
    throw error;
  }
}

/** Names of the data types that readings speak of, by id, sorted. */
export function dataNames(
  readings: readonly PolicyReading[],
  { dataTypes }: Catalogue,
): Record<string, { zh: string; en: string }> {
  const ids = readings.flatMap(({ claims, sdks }) => [
    ...claims.map(({ data }) => data),
    ...sdks.flatMap(({ data }) => [...data.exact, ...data.broad]),
  ]);
  const names: Record<string, { zh: string; en: string }> = {};
  for (const id of [...new Set(ids)].sort()) {
    const type = Object.hasOwn(dataTypes, id) ? dataTypes[id] : undefined;
    if (type !== undefined) names[id] = { zh: type.zh, en: type.en };
  }
  return names;
}

function readBytes(path: string): Uint8Array {
  try {
    const stats = statSync(path);
    // A pipe without a writer would be waited for, and a device has no end.
    if (!stats.isFile() && !stats.isDirectory()) throw new InputError(path, 'is not a file');
    return readFileSync(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(path, reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'is a folder, not a policy file';
  if (code === 'EACCES') return 'cannot be read: permission denied';
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}
