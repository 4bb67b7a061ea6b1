import type { Report } from '../../analyzers/model/report.ts';
import type { Story } from './story.ts';

/** Discrepancies that one act would mend, at least one; they agree in kind, severity and status. */
export type Cause = [Story, ...Story[]];

/**
 * Discrepancies grouped by what brings them about: an SDK that is started before consent reads five data types and is one
 * thing to move, a broad term is one sentence to reword. Causes stand where their first discrepancy stood.
 */
export function causesOf(stories: readonly Story[], { terms, gate }: Pick<Report, 'terms' | 'gate'>): Cause[] {
  const grown = gate?.baseline?.grown ?? {};
  const causes = new Map<string, Cause>();
  for (const story of stories) {
    const { kind, severity, id } = story.item;
    // What a baseline knew with fewer places is told with the new ones.
    const shared = Object.hasOwn(grown, id) ? null : sharedCause(story, terms);
    const key = JSON.stringify(shared === null ? [id] : [kind, severity, story.status, ...shared]);
    const cause = causes.get(key);
    if (cause === undefined) causes.set(key, [story]);
    else cause.push(story);
  }
  return [...causes.values()];
}

/** What discrepancies of one kind have in common when they have one cause; null for those that stand alone. */
function sharedCause({ item, evidence, claims }: Story, { data }: Report['terms']): (string | undefined)[] | null {
  const actor = item.actor ?? undefined;
  switch (item.kind) {
    case 'before-consent': {
      const [start] = evidence[0]?.path ?? [];
      return [actor, evidence[0]?.consentBasis ?? undefined, start?.file, start?.class, start?.method];
    }
    case 'vague':
      return [actor, claims[0]?.id];
    case 'contradicted':
      return [actor, claims[0]?.id, claims[0] === undefined ? item.id : ''];
    case 'background':
      return [actor, item.data !== null && data[item.data]?.kind === 'behaviour' ? 'behaviour' : 'data'];
    case 'undisclosed':
      return actor === 'app' ? null : [actor];
    case 'sdk-exceeds':
      return [actor];
    case 'undeclared-permission':
    case 'unused-permission':
    case 'unevidenced':
      return [];
    case 'policy-defect':
      return [item.subject?.split(' ')[0]];
    case 'undisclosed-sdk':
    case 'incomplete-analysis':
      return null;
  }
}
