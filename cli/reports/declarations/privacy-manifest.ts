import type { Report } from '../../../analyzers/model/report.ts';
import { xml } from '../office/xml.ts';
import type { Style } from '../style.ts';
import { printable } from '../text/printable.ts';
import { describeSeen, seenBy } from './seen.ts';
import { DECLARATION_WORDING } from './wording.ts';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
`;

/**
 * A draft of an Apple privacy manifest (PrivacyInfo.xcprivacy): the data types that code was seen to read. What a scan
 * cannot know is left out and named in a comment, never guessed.
 */
export function privacyManifest(report: Report, { language }: Style): string {
  const words = DECLARATION_WORDING[language];
  const seen = seenBy(report, ({ apple }) => (apple === null ? [] : [apple]));
  const types = [...seen].sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = types.map(([type, what]) =>
    [
      '    <dict>',
      `      ${comment(words.seen(describeSeen(what, report, language)))}`,
      '      <key>NSPrivacyCollectedDataType</key>',
      `      <string>${xml(type)}</string>`,
      ...[words.linked, words.tracking, words.purposes].map((text) => `      ${comment(text)}`),
      '    </dict>',
    ].join('\n'),
  );
  const body = entries.length > 0 ? entries.join('\n') : `    ${comment(words.nothing)}`;
  return `${HEAD}${comment(words.draft)}
<plist version="1.0">
<dict>
  ${comment(words.apis)}
  <key>NSPrivacyCollectedDataTypes</key>
  <array>
${body}
  </array>
</dict>
</plist>
`;
}

/** Text as an XML comment, which no text can end: neither two hyphens in a row nor one at the end may stand in it. */
function comment(text: string): string {
  const shown = printable(text)
    .replace(/[\p{Surrogate}\ufffe\uffff]/gu, '\ufffd')
    .replace(/[<>&]/g, ' ')
    .replace(/-(?=-)/g, '- ');
  return `<!-- ${shown.replace(/-$/, '- ')} -->`;
}
