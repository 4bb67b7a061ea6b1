/** Attributes that say more of what an element asks the platform for. */
interface Details {
  scope?: string | undefined;
  accept?: string | undefined;
}

/** More values in one attribute ask for nothing that is known. */
const MAX_VALUES = 4;

/**
 * What an attribute such as `open-type` asks the platform for: its values, of which WeChat takes several at once
 * (`getPhoneNumber|agreePrivacyAuthorization`), each with the detail that another attribute adds: the scope of Alipay's
 * `getAuthorize`, the kind of files that a field takes (`file.image`).
 */
export function askedFor(value: string, details: Details): string[] {
  return value
    .split('|', MAX_VALUES)
    .map((part) => withDetail(part.trim(), details))
    .filter((part) => part !== '');
}

function withDetail(value: string, { scope, accept }: Details): string {
  if (value === 'getAuthorize') return `${value}.${scope ?? ''}`;
  if (value !== 'file') return value;
  const kind = /^(image|video|audio)\//.exec(accept ?? '')?.[1];
  return kind === undefined ? value : `${value}.${kind}`;
}
