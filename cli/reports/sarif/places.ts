import type { Location } from '../../../analyzers/model/location.ts';
import type { Report } from '../../../analyzers/model/report.ts';
import { plain } from './plain.ts';

interface ArtifactLocation {
  uri: string;
  uriBaseId: string;
}

/** Where things stand, in SARIF's terms. */
export interface Places {
  bases: Record<string, { description: { text: string } }>;
  artifact(file: string): ArtifactLocation;
  location(at: Location): object;
}

/**
 * Files of a source folder are told from the root of the sources, so that code scanning finds them in the repository;
 * what lies inside a build is told from the build. Code in DEX files has a logical location: class, method, offset.
 */
export function placesOf({ input, policies }: Report): Places {
  const policyNames = new Set(policies.map(({ name }) => name));
  const inside = input.kind === 'folder' ? '%SRCROOT%' : 'BUILD';
  const bases = {
    [inside]: { description: { text: plain(input.kind === 'folder' ? 'the source folder' : `inside ${input.name}`) } },
    ...(policies.length > 0 ? { POLICY: { description: { text: 'the folder of the policy' } } } : {}),
  };
  const artifact = (file: string) => ({ uri: uriOf(file), uriBaseId: policyNames.has(file) ? 'POLICY' : inside });
  return {
    bases,
    artifact,
    location: (at) => ({
      physicalLocation: { artifactLocation: artifact(at.file), ...region(at) },
      ...(at.class === undefined ? {} : { logicalLocations: [logical(at, at.class)] }),
    }),
  };
}

/**
 * Lines of compiled code are lines of a source file that is not at hand; native offsets are bytes of the file. Both stand
 * at the first line of their file: GitHub's code scanning takes no location without a line.
 */
function region(at: Location): object {
  if (at.class !== undefined) return { region: { startLine: 1 } };
  if (at.line === undefined) {
    return { region: { startLine: 1, ...(at.offset === undefined ? {} : { byteOffset: at.offset }) } };
  }
  return { region: { startLine: at.line, ...(at.column === undefined ? {} : { startColumn: at.column }) } };
}

function logical({ method, offset, line }: Location, className: string): object {
  const member = method === undefined ? className : `${className}.${method}`;
  return {
    name: plain(method ?? className),
    fullyQualifiedName: plain(member),
    decoratedName: plain(offset === undefined ? member : `${member}+0x${offset.toString(16)}`),
    kind: method === undefined ? 'type' : 'function',
    ...(line === undefined ? {} : { properties: { line } }),
  };
}

/** A relative URI reference; half characters, which no URI can carry, are replaced. */
function uriOf(file: string): string {
  const whole = file.replace(/\p{Surrogate}/gu, '\ufffd');
  return whole.split('/').map(encodeURIComponent).join('/');
}
