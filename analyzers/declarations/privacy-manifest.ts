import { MalformedError } from '../formats/malformed-error.ts';
import { type PlistNode, readPlist } from '../formats/plist.ts';
import type { PolicyReading } from '../model/claim.ts';
import { InputError } from '../model/input-error.ts';
import { type Declared, declaredReading } from './declared-reading.ts';
import { APPLE_TYPES } from './store-types.ts';

const TYPES = 'NSPrivacyCollectedDataTypes';
const TYPE = 'NSPrivacyCollectedDataType';
const PURPOSES = 'NSPrivacyCollectedDataTypePurposes';

/** True for Apple's privacy manifest (PrivacyInfo.xcprivacy) in XML. */
export function isPrivacyManifest(text: string): boolean {
  return /<plist[\s>]/.test(text.slice(0, 4_096)) && text.includes(TYPES);
}

/**
 * Reads what a privacy manifest declares (Apple: Privacy manifest files).
 * @throws InputError when the property list is broken
 */
export function readPrivacyManifest(name: string, bytes: Uint8Array, text: string): PolicyReading {
  let root: PlistNode;
  try {
    root = readPlist(text);
  } catch (error) {
    if (error instanceof MalformedError) throw new InputError(name, `the privacy manifest is broken: ${error.message}`);
    throw error;
  }
  const lineOf = (at: number) => text.slice(0, at).split('\n').length;
  const list = root.kind === 'dict' ? root.entries.get(TYPES) : undefined;
  const declared = (list?.kind === 'array' ? list.items : []).flatMap((item): Declared[] => {
    const node = item.kind === 'dict' ? item.entries.get(TYPE) : undefined;
    if (item.kind !== 'dict' || node?.kind !== 'text') return [];
    const type = APPLE_TYPES.get(node.text.replace(TYPE, ''));
    if (type === undefined) return [];
    const purposes = item.entries.get(PURPOSES);
    const told = purposes?.kind === 'array' ? purposes.items : [];
    const purpose = told
      .flatMap((each) => (each.kind === 'text' ? [each.text.replace('NSPrivacyCollectedDataTypePurpose', '')] : []))
      .join(', ');
    return [{ type, quote: node.text, purpose: purpose === '' ? null : purpose, line: lineOf(node.at) }];
  });
  return declaredReading(name, bytes, declared);
}
