import { detailIn } from '../../../analyzers/model/gap-detail.ts';
import type { Report } from '../../../analyzers/model/report.ts';
import { TRICK_WORDING, TRICKS_HEADING } from '../anti-analysis.ts';
import { dataName, sdkName } from '../names.ts';
import type { Story } from '../story.ts';
import type { Language } from '../style.ts';
import { levelsText } from '../text/levels.ts';
import { place } from '../text/place.ts';
import { WORDING } from '../text/wording.ts';
import { discrepancyLinks } from './discrepancy-links.ts';
import { foreign, html, link, type Markup } from './markup.ts';
import { HTML_WORDING } from './wording.ts';

const SIGNS_SHOWN = 4;

/** The three-way check: what an SDK's code does, what the policy says, what its maker says. */
export function sdkTable(report: Report, stories: Story[], language: Language): Markup {
  const words = HTML_WORDING[language];
  const { terms } = report;
  const data = (ids: string[]) => {
    const names = [...new Set(ids)].map((id) => dataName(id, terms, language));
    return foreign(names.length > 0 ? names.join(words.listMark) : '–');
  };
  const rows = report.sdks.map(({ id, name, company, found, claimed }) => {
    const own = report.evidence.filter((item) => item.actor === `sdk:${id}` && !item.lowSignal);
    const declared = report.declaredSdks.filter((sdk) => sdk.id === id);
    const listed = declared.flatMap((sdk) => [...sdk.data.exact, ...sdk.data.broad]);
    const term = Object.hasOwn(terms.sdks, id) ? terms.sdks[id] : undefined;
    const signs = found.slice(0, SIGNS_SHOWN).map(({ value }) => html`<code>${value}</code> `);
    const inPolicy = report.policies.length === 0 ? '–' : claimed ? words.yes : words.no;
    return html`<tr><th scope="row">${foreign(term === undefined ? name : sdkName(id, terms, language))}<br><small>${foreign(
      term?.company ?? company ?? '',
    )}</small></th><td>${signs}${
      found.length > SIGNS_SHOWN ? html`<small>+${found.length - SIGNS_SHOWN}</small>` : null
    }</td><td>${data(own.map((item) => item.data))}</td><td class="${claimed || report.policies.length === 0 ? '' : 'no'}">${inPolicy}${
      listed.length > 0 ? html`<br><small>${data(listed)}</small>` : null
    }</td><td>${data(term?.declared ?? [])}${
      term?.policyUrl ? html`<br><small>${link(term.policyUrl)}</small>` : null
    }</td><td>${discrepancyLinks(
      stories.filter(({ item }) => item.actor === `sdk:${id}`),
      language,
      report,
    )}</td></tr>\n`;
  });
  const heads = [
    words.sections.sdks,
    words.found,
    words.codeReads,
    words.inPolicy,
    words.makerSays,
    words.sections.findings,
  ];
  return table(heads, rows, words.sections.sdks, words.none);
}

export function permissionTable(report: Report, stories: Story[], language: Language): Markup {
  const words = HTML_WORDING[language];
  const declared = new Set(report.declaredPermissions.map(({ name }) => name));
  const rows = report.permissions.map(({ name, data, used, at }) => {
    const names = data.map((id) => dataName(id, report.terms, language)).join(words.listMark);
    const inPolicy = report.policies.length === 0 ? '–' : declared.has(name) ? words.yes : words.no;
    return html`<tr><th scope="row"><code>${name}</code><br><small><code>${place(at)}</code></small></th><td>${foreign(names || '–')}</td><td>${
      words.used[`${used}`]
    }</td><td>${inPolicy}</td><td>${discrepancyLinks(
      stories.filter(({ item }) => item.subject === name),
      language,
    )}</td></tr>\n`;
  });
  const heads = [words.permission, words.dataType, words.usedHead, words.inPolicy, words.sections.findings];
  return html`${table(heads, rows, words.sections.permissions, words.none)}${missingPermissions(report, language)}`;
}

/** What code needs and the build does not request. */
function missingPermissions({ missingPermissions: missing }: Report, language: Language): Markup | null {
  const words = HTML_WORDING[language];
  if (missing.length === 0) return null;
  const rows = missing.map(
    ({ permissions, levels, api, at }) =>
      html`<tr><th scope="row">${permissions.map((name) => html`<code>${name}</code> `)}</th><td>${levelsText(levels)}</td><td><code>${api}</code><br><small><code>${place(at)}</code></small></td></tr>\n`,
  );
  const titles = WORDING[language];
  return html`<h3>${titles.missingPermissions}</h3><p class="lead">${titles.missingLead}</p>${table(
    [words.permission, words.levels, words.neededBy],
    rows,
    titles.missingPermissions,
    words.none,
  )}`;
}

export function gapTable({ gaps }: Report, language: Language): Markup {
  const words = HTML_WORDING[language];
  const sorted = [...gaps.filter(({ material }) => material), ...gaps.filter(({ material }) => !material)];
  const rows = sorted.map(
    ({ file, code, detail, material }) =>
      html`<tr><th scope="row"><code>${file}</code></th><td><code>${code}</code> ${foreign(detailIn(language, detail))}</td><td>${
        material ? html`<span class="tag fails">${WORDING[language].material}</span>` : null
      }</td></tr>\n`,
  );
  return table([words.file, words.reason, ''], rows, words.sections.gaps, words.none);
}

/** The tricks against analysis that the build uses; nothing where it uses none. */
export function trickTable({ antiAnalysis }: Report, language: Language): Markup | null {
  if (antiAnalysis === undefined) return null;
  const words = HTML_WORDING[language];
  const rows = antiAnalysis.map(
    ({ trick, detail, at }) =>
      html`<tr><th scope="row"><code>${at.file}</code></th><td>${TRICK_WORDING[language][trick]}<br><small>${foreign(detailIn(language, detail))}</small></td></tr>\n`,
  );
  const heading = TRICKS_HEADING[language];
  return html`<h3>${heading}</h3>${table([words.file, words.reason], rows, heading, words.none)}`;
}

/** The SDKs that the policies list, with what each entry says. */
export function declaredSdkTable({ declaredSdks, terms }: Report, language: Language): Markup {
  const words = HTML_WORDING[language];
  const rows = declaredSdks.map(
    ({ name, company, purpose, url, data, at }) =>
      html`<tr><th scope="row">${foreign(name)}<br><small><code>${place(at)}</code></small></th><td>${foreign(company ?? '–')}</td><td>${foreign(
        purpose ?? '–',
      )}</td><td>${foreign(
        [...data.exact, ...data.broad].map((id) => dataName(id, terms, language)).join(words.listMark) || '–',
      )}</td><td>${url === null ? '–' : link(url)}</td></tr>\n`,
  );
  const heads = [words.sections.sdks, words.company, words.purpose, words.dataType, words.address];
  return table(heads, rows, words.policySdks, words.none);
}

export function table(heads: string[], rows: Markup[], label: string, none: string): Markup {
  if (rows.length === 0) return html`<p>${none}</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table><thead><tr>${heads.map(
    (head) => html`<th scope="col">${head}</th>`,
  )}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
