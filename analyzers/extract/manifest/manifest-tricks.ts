import { childElements, type XmlAttribute, type XmlElement } from '../../formats/xml.ts';
import { antiAnalysisFact, type Trick } from '../../model/anti-analysis.ts';
import type { Fact } from '../../model/fact.ts';
import type { DecodedManifest } from './decode-manifest.ts';
import { ANDROID_NAMESPACE, FRAMEWORK_ATTRIBUTES } from './framework-attributes.ts';

const NAMES = new Map<number, string>(Object.entries(FRAMEWORK_ATTRIBUTES).map(([name, id]) => [id, name]));
/** Package of the framework's own resources, the upper byte of their ids. */
const FRAMEWORK_PACKAGE = 0x01;
const NAME_SHOWN = 80;

/** What is odd about a compiled manifest that was read as Android reads it. */
export function manifestTricks({ root, encoding, oddities }: DecodedManifest, file: string): Fact[] {
  const facts = oddities.map(({ code, detail }) => antiAnalysisFact(`axml/${code}`, detail, { file }));
  if (encoding !== 'binary') return facts;
  const found = new Map<Trick, string>();
  const pending = [root];
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    for (const attribute of element.attributes) {
      const [trick, detail] = oddAttribute(element, attribute) ?? [];
      if (trick !== undefined && !found.has(trick)) found.set(trick, detail ?? '');
    }
    for (const child of childElements(element)) pending.push(child);
  }
  return [...facts, ...[...found].map(([trick, detail]) => antiAnalysisFact(trick, detail, { file }))];
}

/** Android goes by the resource id: name and namespace may say anything. */
function oddAttribute(element: XmlElement, attribute: XmlAttribute): [Trick, string] | null {
  const { resourceId, name, namespace } = attribute;
  if (resourceId >>> 24 !== FRAMEWORK_PACKAGE) return null;
  const known = NAMES.get(resourceId);
  const place = `an attribute of <${element.name.slice(0, NAME_SHOWN)}>`;
  if (name === '' || (known !== undefined && name !== known)) {
    const id = `0x${resourceId.toString(16).padStart(8, '0')}`;
    const own = name === '' ? 'no name' : `the name ${name.slice(0, NAME_SHOWN)}`;
    return ['axml/attribute-name', `${place} with the id ${id}${known ? ` (${known})` : ''} has ${own}`];
  }
  return namespace === ANDROID_NAMESPACE
    ? null
    : ['axml/namespace', `${place}, ${name.slice(0, NAME_SHOWN)}, lacks its namespace`];
}
