import type { Catalogue } from '../model/catalogue.ts';
import { broaderTypes } from '../model/data-types.ts';
import type { Discrepancy } from '../model/discrepancy.ts';
import type { DiffInput } from './diff-input.ts';
import { discrepancy } from './discrepancy.ts';
import { dataTypeName } from './names.ts';
import { WORDING } from './wording.ts';

/** Below these lies what users type in or hand over themselves, or what the app keeps of their doings. */
const NOT_FROM_DEVICE_BELOW = [
  'basic-profile',
  'identity-info',
  'online-identity',
  'online-activity',
  'finance',
  'education-work',
  'health',
  'biometric',
];

/** What a server sees in every request, what the app itself produces, and what users pick through the system. */
const NOT_FROM_DEVICE = new Set([
  ...['ip', 'user-agent', 'cookie', 'access-time', 'app-info', 'crash-performance', 'log-info'],
  ...['photos', 'videos', 'chat'],
]);

/**
 * `unevidenced`: the policy says that the app collects a type from the device, an API or permission for it is known,
 * and a fully read Android build shows neither. Scripts alone show only half of an app, so they prove no absence.
 */
export function unevidencedClaims(input: DiffInput): Discrepancy[] {
  const { catalogue, language, gaps, kind } = input;
  if (gaps.some((gap) => gap.material) || kind === 'folder' || kind === 'js-bundle' || kind === 'hermes') return [];
  const observable = observableTypes(catalogue);
  const observed = new Set([
    ...input.evidence.map((item) => item.data),
    ...input.permissions.flatMap((permission) => permission.data),
    ...input.sdks.flatMap((sdk) => [
      ...(catalogue.sdks[sdk.id]?.observed ?? []),
      ...(catalogue.sdks[sdk.id]?.declared ?? []),
    ]),
  ]);
  const related = (data: string) =>
    observed.has(data) ||
    broaderTypes(catalogue.dataTypes, data).some((broader) => observed.has(broader)) ||
    [...observed].some((seen) => broaderTypes(catalogue.dataTypes, seen).includes(data));

  const found = new Map<string, Discrepancy>();
  for (const claim of input.readings.flatMap((reading) => reading.claims)) {
    const { data } = claim;
    if (claim.actor !== 'app' || claim.stance !== 'affirmed' || claim.breadth !== 'exact' || found.has(data)) continue;
    if (!observable.has(data) || NOT_FROM_DEVICE.has(data) || related(data)) continue;
    if (broaderTypes(catalogue.dataTypes, data).some((broader) => NOT_FROM_DEVICE_BELOW.includes(broader))) continue;
    const message = WORDING[language].unevidenced(dataTypeName(data, catalogue, language));
    const stated = {
      kind: 'unevidenced' as const,
      severity: 'low' as const,
      data,
      message,
      claims: [claim.id],
      at: claim.at,
    };
    found.set(data, discrepancy(stated, catalogue));
  }
  return [...found.values()];
}

/** Leaf types for which a signature knows an API or a permission. */
function observableTypes(catalogue: Catalogue): Set<string> {
  const types = [
    ...Object.values(catalogue.androidApis).flatMap((members) => Object.values(members).flatMap(({ data }) => data)),
    ...Object.values(catalogue.permissions).flatMap(({ data }) => data),
  ];
  return new Set(types.filter((type) => catalogue.dataTypes[type]?.kind === 'leaf'));
}
