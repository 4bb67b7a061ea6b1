import type { PolicyDefect, PolicyDefectCode, PolicyReading } from '../model/claim.ts';

/** What one document of an app must tell, and whichever tells it tells it for all. */
const TOLD_ONCE: ReadonlySet<PolicyDefectCode> = new Set<PolicyDefectCode>([
  'no-contact',
  'no-withdrawal',
  'no-account-deletion',
  'no-children-rules',
]);
/** Units of text from which a document without the defect must have told it; shorter ones are not judged. */
const WHOLE_POLICY = 1_500;
/** Passages at the start of a document among which its title stands. */
const TITLE_WITHIN = 3;

/**
 * The documents of one app taken together: a list that one refers to and another supplies is supplied, and what one tells
 * the others need not repeat. Every claim keeps the file it stands in.
 */
export function mergeReadings(readings: readonly PolicyReading[]): PolicyReading[] {
  if (readings.length < 2) return [...readings];
  return readings.map((reading) => {
    const others = readings.filter((other) => other !== reading);
    return { ...reading, defects: reading.defects.filter((defect) => !supplied(defect, others)) };
  });
}

function supplied({ code, subject }: PolicyDefect, others: readonly PolicyReading[]): boolean {
  if (code === 'sdk-list-not-supplied') return others.some(({ sdks }) => sdks.length > 0);
  if (code === 'dead-reference') {
    const title = bare(subject ?? '');
    return others.some((other) => titlesOf(other).some((each) => each.includes(title) || title.includes(each)));
  }
  return TOLD_ONCE.has(code) && others.some((other) => tells(other, code));
}

function tells({ defects, policy }: PolicyReading, code: PolicyDefectCode): boolean {
  if (defects.some((defect) => defect.code === code)) return false;
  const length = policy.passages.reduce((sum, { texts }) => sum + texts.join('').length, 0);
  return code === 'no-contact' ? length > 0 : length >= WHOLE_POLICY;
}

/** The name of the file and the first lines of its text. */
function titlesOf({ policy }: PolicyReading): string[] {
  const first = policy.passages.slice(0, TITLE_WITHIN).map(({ texts }) => texts.join(''));
  return [policy.name.replace(/\.\w{1,8}$/, ''), ...first].map(bare).filter((title) => title.length > 3);
}

function bare(title: string): string {
  return title.replace(/[\s《》"“”#*]/g, '').toLowerCase();
}
