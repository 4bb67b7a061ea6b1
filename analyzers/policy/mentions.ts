import type { SdkMention } from '../model/claim.ts';
import { namesActor } from './actors.ts';
import type { Locator } from './claims.ts';
import type { Scan } from './scan.ts';

/** The first place where a policy names each SDK in each way. `titles` marks texts that are names of SDKs themselves. */
export function mentionsIn(
  texts: readonly { scan: Scan; offsets: Int32Array }[],
  declared: readonly { id: string | null; at: SdkMention['at'] }[],
  locate: Locator,
): SdkMention[] {
  const found = new Map<string, { mention: SdkMention; position: number }>();
  for (const { scan, offsets } of texts) {
    for (const hit of scan.sdks) {
      const position = offsets[hit.start] ?? 0;
      for (const sdk of hit.sdks) {
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
