import type { Discrepancy } from '../model/discrepancy.ts';
import type { FoundSdk } from '../model/evidence.ts';
import type { DiffInput } from './diff-input.ts';
import { discrepancy } from './discrepancy.ts';
import { dataTypeName, sdkName } from './names.ts';
import { WORDING } from './wording.ts';

/** `undisclosed-sdk`: SDKs in the build that no policy names by name, alias, company, package or domain. */
export function undisclosedSdks(input: DiffInput, namedSdks: ReadonlySet<string>): Discrepancy[] {
  return input.sdks.filter((sdk) => !namedSdks.has(sdk.id)).map((sdk) => undisclosed(sdk, input));
}

function undisclosed(sdk: FoundSdk, { evidence, catalogue, language }: DiffInput): Discrepancy {
  const own = evidence.filter((item) => item.actor === `sdk:${sdk.id}`);
  const telling = own.filter((item) => !item.lowSignal);
  const data = [...new Set(telling.map((item) => item.data))].sort();
  const sensitive = data.some((type) => catalogue.dataTypes[type]?.sensitivity === 'high');
  const first = sdk.found[0];
  return discrepancy(
    {
      kind: 'undisclosed-sdk',
      severity: sensitive ? 'high' : 'medium',
      actor: `sdk:${sdk.id}`,
      subject: sdk.id,
      message: WORDING[language].undisclosedSdk(
        sdkName(sdk.id, catalogue, language),
        first?.value ?? '',
        data.map((type) => dataTypeName(type, catalogue, language)),
      ),
      evidence: telling.map((item) => item.id),
      at: first?.at ?? null,
    },
    catalogue,
  );
}
