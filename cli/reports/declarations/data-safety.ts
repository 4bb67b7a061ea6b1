import type { Report } from '../../../analyzers/model/report.ts';
import { csvCell } from '../csv-cell.ts';
import type { Style } from '../style.ts';
import { PLAY_TYPES, playLabels } from './play-types.ts';
import { describeSeen, type Seen, seenBy } from './seen.ts';
import { DECLARATION_WORDING, type DeclarationWording } from './wording.ts';

/** Of the CSV that Play Console exports and takes. */
const COLUMNS = [
  'Question ID (machine readable)',
  'Response ID (machine readable)',
  'Response value',
  'Answer requirement',
  'Human-friendly question label',
];

const PURPOSES = [
  ...['APP_FUNCTIONALITY', 'ANALYTICS', 'DEVELOPER_COMMUNICATIONS', 'FRAUD_PREVENTION_SECURITY', 'ADVERTISING'],
  ...['PERSONALIZATION', 'ACCOUNT_MANAGEMENT'],
];

/**
 * A draft of Google Play's data safety form: the data types that code was seen to read are ticked, and what is asked about
 * their use stands open. That it is a draft says the label of every row.
 */
export function dataSafety(report: Report, { language }: Style): string {
  const words = DECLARATION_WORDING[language];
  const seen = seenBy(report, ({ play }) => (play === null ? [] : playLabels(play)));
  const rows = [
    [
      'PSL_DATA_COLLECTION_COLLECTS_PERSONAL_DATA',
      '',
      seen.size > 0 ? 'true' : '',
      'REQUIRED',
      seen.size > 0 ? words.draft : `${words.draft}; ${words.nothing}`,
    ],
    ['PSL_DATA_COLLECTION_ENCRYPTED_IN_TRANSIT', '', '', 'MAYBE_REQUIRED', words.byHand],
    ...PLAY_TYPES.map(([question, response, label]) => {
      const what = seen.get(label);
      const text = what === undefined ? label : `${label} (${words.seen(describeSeen(what, report, language))})`;
      return [
        `PSL_DATA_TYPES_${question}`,
        `PSL_${response}`,
        what === undefined ? '' : 'true',
        'MULTIPLE_CHOICE',
        text,
      ];
    }),
    ...PLAY_TYPES.flatMap(([, response, label]) => usageRows(response, label, seen.get(label), words)),
  ];
  return `${[COLUMNS, ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** What the form asks about a type that is ticked; a scan answers none of it. */
function usageRows(response: string, label: string, seen: Seen | undefined, words: DeclarationWording): string[][] {
  if (seen === undefined) return [];
  const question = (name: string) => `PSL_DATA_USAGE_RESPONSES:PSL_${response}:${name}`;
  const open = `${label}: ${words.byHand}`;
  const choices = (name: string, requirement: string, answers: string[]) =>
    answers.map((answer) => [question(name), `PSL_${answer}`, '', requirement, open]);
  return [
    ...choices('PSL_DATA_USAGE_COLLECTION_AND_SHARING', 'MULTIPLE_CHOICE', [
      'DATA_USAGE_ONLY_COLLECTED',
      'DATA_USAGE_ONLY_SHARED',
    ]),
    [question('PSL_DATA_USAGE_EPHEMERAL'), '', '', 'MAYBE_REQUIRED', open],
    ...choices('DATA_USAGE_USER_CONTROL', 'SINGLE_CHOICE', [
      'DATA_USAGE_USER_CONTROL_OPTIONAL',
      'DATA_USAGE_USER_CONTROL_REQUIRED',
    ]),
    ...choices('DATA_USAGE_COLLECTION_PURPOSE', 'MULTIPLE_CHOICE', PURPOSES),
    ...choices('DATA_USAGE_SHARING_PURPOSE', 'MULTIPLE_CHOICE', PURPOSES),
  ];
}
