import type { SdkMention } from '../model/claim.ts';
import { namesActor } from './actors.ts';
import type { Locator } from './claims.ts';
import type { SdkNaming } from './lexicon.ts';
import type { ScannedText } from './outcome.ts';
import type { Scan } from './scan.ts';

/**
 * The first place where a policy names each SDK in each way. A company or domain stands for all SDKs of its maker where
 * it stands alone; beside the name of one of them, or in a row that describes one, for that one.
 */
export function mentionsIn(
  texts: readonly ScannedText[],
  declared: readonly { id: string | null; at: SdkMention['at'] }[],
  locate: Locator,
): SdkMention[] {
  const found = new Map<string, { mention: SdkMention; position: number }>();
  for (const { scan, offsets, of } of texts) {
    const meant = new Set(of ?? namedIn(scan));
    for (const hit of scan.sdks) {
      const position = offsets[hit.start] ?? 0;
      const narrowed = of !== undefined || hit.sdks.some((sdk) => meant.has(sdk.id));
      for (const sdk of hit.sdks) {
        if (narrowed && isSign(sdk.how) && !meant.has(sdk.id)) continue;
        if (sdk.how === 'bare-name' && !namesActor(scan, hit)) continue;
        const how = sdk.how === 'bare-name' ? 'name' : sdk.how === 'later-company' ? 'company' : sdk.how;
        const key = `${sdk.id} ${how}`;
        const known = found.get(key);
        if (known === undefined || known.position > position) {
          found.set(key, { mention: { sdk: sdk.id, how, at: locate(position) }, position });
        }
      }
    }
  }
  for (const { id, at } of declared) {
    if (id === null || found.has(`${id} name`)) continue;
    found.set(`${id} name`, { mention: { sdk: id, how: 'name', at }, position: 0 });
  }
  return [...found.values()]
    .map(({ mention }) => mention)
    .sort(
      (a, b) =>
        (a.at.line ?? 0) - (b.at.line ?? 0) ||
        (a.at.column ?? 0) - (b.at.column ?? 0) ||
        (a.sdk < b.sdk ? -1 : a.sdk > b.sdk ? 1 : a.how < b.how ? -1 : 1),
    );
}

/** Names of makers and their sites, which many SDKs share. */
function isSign(how: SdkNaming): boolean {
  return how === 'company' || how === 'later-company' || how === 'domain';
}

function namedIn(scan: Scan): string[] {
  return scan.sdks.flatMap((hit) =>
    hit.sdks
      .filter((sdk) => !isSign(sdk.how) && (sdk.how !== 'bare-name' || namesActor(scan, hit)))
      .map(({ id }) => id),
  );
}
