import type { Claim, PolicyDocument, PolicyPassage } from '../../../analyzers/model/claim.ts';
import type { Report } from '../../../analyzers/model/report.ts';
import { actorName, dataName } from '../names.ts';
import type { Story } from '../story.ts';
import type { Language } from '../style.ts';
import { STORY_WORDING } from '../text/explanation-wording.ts';
import { WORDING } from '../text/wording.ts';
import { discrepancyLinks } from './discrepancy-links.ts';
import { foreign, html, type Markup } from './markup.ts';
import { declaredSdkTable } from './tables.ts';
import { HTML_WORDING } from './wording.ts';

/** The id of a passage in the page: of the last one that begins at or before a place of a policy. */
export function passageId({ policies }: Report, file: string, line = 0, column = 0): string | null {
  const policy = policies.findIndex(({ name }) => name === file);
  const index = policies[policy] === undefined ? -1 : passageAt(policies[policy].passages, line, column);
  return index < 0 ? null : `p-${policy}-${index}`;
}

/** The whole text of every policy: what it was understood to say is marked, with links to and from the discrepancies. */
export function policySection(report: Report, stories: Story[], language: Language): Markup {
  const words = HTML_WORDING[language];
  if (report.policies.length === 0) return html`<p>${WORDING[language].noPolicy}</p>`;
  const citing = new Map<string, Story[]>();
  for (const story of stories) {
    for (const { id } of story.claims) citing.set(id, [...(citing.get(id) ?? []), story]);
  }
  const texts = report.policies.map((policy, index) => {
    const label = `${words.sections.policy}: ${policy.name}`;
    return html`<h3>${foreign(policy.name)}</h3>
<div class="policy" tabindex="0" role="region" aria-label="${label}" lang="${policy.language === 'en' ? 'en' : 'zh-CN'}">${passagesOf(
      policy,
      index,
      { report, stories, citing, language },
    )}</div>\n`;
  });
  return html`<p class="lead">${words.policyLead}</p>${texts}<h3>${words.policySdks}</h3>${declaredSdkTable(report, language)}`;
}

interface Around {
  report: Report;
  stories: Story[];
  /** Id of a claim -> what rests on it. */
  citing: ReadonlyMap<string, Story[]>;
  language: Language;
}

function passagesOf({ name, passages }: PolicyDocument, policy: number, around: Around): Markup[] {
  const claims = passages.map((): Claim[] => []);
  const defects = passages.map((): Story[] => []);
  const before: Claim[] = [];
  for (const claim of around.report.claims) {
    if (claim.at.file !== name) continue;
    (claims[passageAt(passages, claim.at.line, claim.at.column)] ?? before).push(claim);
  }
  for (const story of around.stories) {
    const { at, claims: ids } = story.item;
    if (at?.file === name && ids.length === 0) {
      defects[passageAt(passages, at.line, at.column)]?.push(story);
    }
  }
  const shown = passages.map((passage, index) =>
    passageMarkup(passage, `p-${policy}-${index}`, claims[index] ?? [], defects[index] ?? [], around),
  );
  return before.length === 0 ? shown : [html`<p>${before.map((claim) => loose(claim, around))}</p>`, ...shown];
}

/** Index of the last passage that begins at or before a place, -1 for none. */
function passageAt(passages: readonly PolicyPassage[], line = 0, column = 0): number {
  let low = 0;
  let high = passages.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const passage = passages[middle];
    if (passage === undefined) return -1;
    if (passage.line < line || (passage.line === line && passage.column <= column)) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

function passageMarkup(
  { kind, texts, line }: PolicyPassage,
  id: string,
  claims: Claim[],
  defects: Story[],
  around: Around,
): Markup {
  const located = new Set<Claim>();
  const cells = texts.map((text) => {
    const here = claims.filter((claim) => !located.has(claim) && text.includes(claim.quote));
    for (const claim of here) located.add(claim);
    return marked(text, here, around);
  });
  const rest = claims.filter((claim) => !located.has(claim)).map((claim) => loose(claim, around));
  const about =
    defects.length === 0
      ? null
      : html` <span class="said">${discrepancyLinks(defects, around.language, around.report)}</span>`;
  const body =
    kind === 'row' ? html`<div class="cells">${cells.map((cell) => html`<span>${cell}</span>`)}</div>` : html`${cells}`;
  return html`<div id="${id}" class="passage ${kind}${defects.length > 0 ? ' cited' : ''}"><small class="line">${line}</small><div>${body}${rest}${about}</div></div>\n`;
}

interface Range {
  start: number;
  end: number;
  claims: Claim[];
}

/** A text with the quotes of its claims marked; quotes that touch are marked as one. */
function marked(text: string, claims: Claim[], around: Around): Markup {
  const ranges: Range[] = [];
  const quoted = claims
    .map((claim) => ({ claim, start: text.indexOf(claim.quote) }))
    .sort((a, b) => a.start - b.start || b.claim.quote.length - a.claim.quote.length);
  for (const { claim, start } of quoted) {
    const last = ranges.at(-1);
    const end = start + claim.quote.length;
    if (last === undefined || start >= last.end) ranges.push({ start, end, claims: [claim] });
    else {
      last.end = Math.max(last.end, end);
      last.claims.push(claim);
    }
  }
  const parts: Markup[] = [];
  let at = 0;
  for (const { start, end, claims: here } of ranges) {
    parts.push(html`${foreign(text.slice(at, start))}${mark(text.slice(start, end), here, around)}`);
    at = end;
  }
  return html`${parts}${at < text.length ? foreign(text.slice(at)) : null}`;
}

function mark(text: string, claims: Claim[], { citing, report, language, stories }: Around): Markup {
  const order = new Map(stories.map((story, index) => [story, index]));
  const cited = [...new Set(claims.flatMap(({ id }) => citing.get(id) ?? []))];
  cited.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  const anchors = claims.map(({ id }) => html`<a id="c-${id}"></a>`);
  const links = cited.length === 0 ? null : html` ${discrepancyLinks(cited, language, report)}`;
  return html`<mark${cited.length > 0 ? html` class="cited"` : null}>${anchors}${foreign(text)}</mark> <span class="said">${saidBy(
    claims,
    report,
    language,
  )}${links}</span> `;
}

/** What a quote was understood to say: `IMEI, OAID · named · the app itself`. */
function saidBy(claims: Claim[], { terms }: Report, language: Language): Markup {
  const groups = new Map<string, { data: string[]; rest: string }>();
  for (const claim of claims) {
    const rest = `${STORY_WORDING[language].stance(claim)} · ${actorName(claim.actor, terms, language)}`;
    const group = groups.get(rest) ?? { data: [], rest };
    group.data.push(dataName(claim.data, terms, language));
    groups.set(rest, group);
  }
  const shown = [...groups.values()].map(
    ({ data, rest }) =>
      html`<small>${foreign(`${[...new Set(data)].join(HTML_WORDING[language].listMark)} · ${rest}`)}</small> `,
  );
  return html`${shown}`;
}

/** A claim whose quote does not stand as such in the text around it. */
function loose(claim: Claim, around: Around): Markup {
  return html`<div class="loose">${mark(claim.quote, [claim], around)}</div>`;
}
