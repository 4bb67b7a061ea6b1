import type { Report } from '../../../analyzers/model/report.ts';
import { actorName, dataName } from '../names.ts';
import type { Story } from '../story.ts';
import type { Language } from '../style.ts';
import { WORDING } from '../text/wording.ts';
import { html, type Markup } from './markup.ts';

/** Links to discrepancies by kind and, where a report is given, by what each is about. */
export function discrepancyLinks(stories: Story[], language: Language, report: Report | null = null): Markup {
  if (stories.length === 0) return html`–`;
  return html`${stories.map(({ item }) => {
    const data = report === null || item.data === null ? null : dataName(item.data, report.terms, language);
    const actor = report === null || item.actor === null ? null : actorName(item.actor, report.terms, language);
    const about = [data, actor].filter((part) => part !== null).join(' · ');
    return html`<a class="to ${item.severity}" href="#d-${item.id}">${WORDING[language].kind[item.kind]}${
      about === '' ? null : html` <small><bdi>${about}</bdi></small>`
    }</a> `;
  })}`;
}
