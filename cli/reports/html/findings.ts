import type { Evidence } from '../../../analyzers/model/evidence.ts';
import type { Location } from '../../../analyzers/model/location.ts';
import type { Report } from '../../../analyzers/model/report.ts';
import type { Sink } from '../../../analyzers/model/sink.ts';
import { type Code, codeOf } from '../code.ts';
import { declaredEntry, entryText } from '../declared-entry.ts';
import { actorName, clauseName, dataName, sinkName } from '../names.ts';
import { adviceFor, suggestionFor } from '../remedy.ts';
import { apiText, type Story } from '../story.ts';
import type { Language } from '../style.ts';
import { STORY_WORDING } from '../text/explanation-wording.ts';
import { place } from '../text/place.ts';
import { WORDING } from '../text/wording.ts';
import { placeWithCode } from './code.ts';
import { foreign, html, type Markup } from './markup.ts';
import { passageId } from './policy-section.ts';
import { HTML_WORDING } from './wording.ts';

const PLACES_SHOWN = 20;
const SEVERITIES = ['high', 'medium', 'low'] as const;

/** Every discrepancy, folded to a line, with a bar to filter and search them. */
export function findings(report: Report, stories: Story[], language: Language): Markup {
  const words = HTML_WORDING[language];
  if (stories.length === 0) return html`<p>${WORDING[language].nothing}</p>`;
  const code = codeOf(report.code);
  return html`${filterBar(report, stories, language)}
<div id="list">${stories.map((story) => finding(story, report, code, language))}</div>
<p id="empty" hidden>${words.noMatch}</p>`;
}

function filterBar({ terms }: Report, stories: Story[], language: Language): Markup {
  const words = HTML_WORDING[language];
  const titles = WORDING[language];
  const kinds = [...new Set(stories.map(({ item }) => item.kind))];
  const actors = [...new Set(stories.flatMap(({ item }) => item.actor ?? []))];
  const boxes = SEVERITIES.map(
    (severity) =>
      html`<label class="box ${severity}"><input type="checkbox" name="severity" value="${severity}" checked> ${titles.severity[severity]}</label>`,
  );
  const suppressed = stories.some(({ status }) => status === 'suppressed')
    ? html`<label class="box"><input type="checkbox" name="suppressed"> ${words.suppressedShown}</label>`
    : null;
  return html`<form id="filter" class="filter" role="search" aria-label="${words.sections.findings}" hidden>
<label class="grow"><span class="hidden">${words.search}</span><input type="search" name="text" placeholder="${words.searchHint}" autocomplete="off"></label>
<select name="kind" aria-label="${words.anyKind}"><option value="">${words.anyKind}</option>${kinds.map(
    (kind) => html`<option value="${kind}">${titles.kind[kind]}</option>`,
  )}</select>
<select name="actor" aria-label="${words.anyActor}"><option value="">${words.anyActor}</option>${actors.map(
    (actor) => html`<option value="${actor}">${actorName(actor, terms, language)}</option>`,
  )}</select>
<span class="boxes">${boxes}${suppressed}</span>
<output aria-live="polite"><b id="count">${stories.length}</b> ${words.shown}</output></form>`;
}

function finding(story: Story, report: Report, code: Code, language: Language): Markup {
  const { item, evidence, claims, status } = story;
  const words = HTML_WORDING[language];
  const labels = STORY_WORDING[language];
  const titles = WORDING[language];
  const own = declaredEntry(item, report);
  const suggestion = suggestionFor(item, report);
  const suggestionLanguage = report.policies[0]?.language === 'en' ? 'en' : 'zh-CN';
  const about = aboutOf(story, report, language);
  const state =
    status === 'failing'
      ? html`<span class="tag fails">${words.fails}</span>`
      : status === 'suppressed'
        ? html`<span class="tag">${words.suppressed}</span>`
        : null;
  return html`<details class="finding ${item.severity} ${status}" id="d-${item.id}" data-severity="${item.severity}" data-kind="${item.kind}" data-actor="${item.actor ?? ''}">
<summary><span class="dot ${item.severity}"><span class="hidden">${titles.severity[item.severity]}</span></span><span class="kind">${titles.kind[item.kind]}</span><span class="about">${foreign(about)}</span>${state}</summary>
<div class="body"><p class="message">${foreign(item.message)}</p>${suppression(story, language)}
${block(
  labels.code(evidence.length),
  evidence.slice(0, PLACES_SHOWN).map((entry) => proof(entry, code, language)),
  evidence.length > PLACES_SHOWN ? words.morePlaces(evidence.length - PLACES_SHOWN) : null,
)}${item.at !== null && evidence.length === 0 ? block(labels.place, [html`<li>${whereItStands(item.at, report)}</li>`]) : null}${block(
  labels.policy,
  own === null
    ? claims.map(
        ({ id, quote, at }) =>
          html`<li><a href="#c-${id}">“${foreign(quote)}”</a> <small><code>${place(at)}</code></small></li>`,
      )
    : [html`<li>${foreign(entryText(own, report, language))} <small>${whereItStands(own.at, report)}</small></li>`],
)}${block(
  labels.clauses,
  item.clauses.map((id) => html`<li>${foreign(clauseName(id, report.terms, language))}</li>`),
)}<h4>${labels.advice}</h4><p>${adviceFor(item, language)}</p>${
    suggestion === null
      ? null
      : html`<h4>${labels.suggestion}</h4><blockquote class="suggestion" lang="${suggestionLanguage}"><bdi>${suggestion}</bdi></blockquote>`
  }<p class="id"><code>${item.id}</code></p></div></details>\n`;
}

/** A place without evidence; one in a policy leads to its text. */
function whereItStands(at: Location, report: Report): Markup {
  const passage = passageId(report, at.file, at.line, at.column);
  const shown = html`<code>${place(at)}</code>`;
  return passage === null ? shown : html`<a href="#${passage}">${shown}</a>`;
}

/** What it is about in a few words; what is about no data and nobody says what it is itself. */
function aboutOf({ item }: Story, { terms }: Report, language: Language): string {
  const data = item.data === null ? null : dataName(item.data, terms, language);
  const actor = item.actor === null ? null : actorName(item.actor, terms, language);
  const parts = [data, actor].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' · ') : item.message;
}

function suppression({ item, status }: Story, language: Language): Markup | null {
  if (status !== 'suppressed' || item.suppressed === null) return null;
  const { reason, owner = null, expires = null } = item.suppressed;
  const parts = [reason, owner, expires].filter((part) => part !== null).join(' · ');
  return html`<p><span class="tag">${HTML_WORDING[language].suppressed}</span> ${foreign(parts)}</p>`;
}

function block(title: string, items: Markup[], more: string | null = null): Markup | null {
  if (items.length === 0) return null;
  return html`<h4>${title}</h4><ul>${items}</ul>${more === null ? null : html`<p><small>${more}</small></p>`}`;
}

function sentTo({ kind, api, at, path }: Sink, code: Code, language: Language): Markup {
  const way = path.slice(0, -1).map((step) => html`<li>${placeWithCode(step, code)}</li>`);
  const steps = path.length > 2 ? html`<ol class="path">${way}</ol>` : null;
  return html`<div>${STORY_WORDING[language].sink}: ${foreign(`${sinkName(kind, language)} ${api}`)} ${placeWithCode(at, code)}${steps}</div>`;
}

function proof(entry: Evidence, code: Code, language: Language): Markup {
  const labels = STORY_WORDING[language];
  const marks = [labels.grade[entry.grade]];
  if (entry.beforeConsent) marks.push(labels.beforeConsent);
  if (entry.background) marks.push(labels.background);
  if (entry.lowSignal) marks.push(labels.lowSignal);
  if (entry.lacks !== undefined) marks.push(labels.lacks(entry.lacks));
  const { entry: start, path, sinks } = entry;
  return html`<li><code class="api">${apiText(entry)}</code> ${marks.map((mark) => html`<span class="tag">${mark}</span> `)}<br>${placeWithCode(entry.at, code, true)}${
    start === null ? null : html`<div>${labels.entry}: <code>${start.kind} ${start.name}</code></div>`
  }${
    path.length > 1
      ? html`<div>${labels.path}</div><ol class="path">${path.map(
          (step, index) =>
            html`<li>${index < path.length - 1 ? placeWithCode(step, code) : html`<code>${place(step)}</code>`}</li>`,
        )}</ol>`
      : null
  }${sinks.map((sink) => sentTo(sink, code, language))}</li>`;
}
