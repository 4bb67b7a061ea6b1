import type { Report } from '../../analyzers/model/report.ts';
import { actorName, dataName } from './names.ts';
import { apiText, type Story, storiesOf } from './story.ts';
import type { Style } from './style.ts';
import { place } from './text/place.ts';
import { printable } from './text/printable.ts';
import { WORDING } from './text/wording.ts';

/**
 * JUnit XML as CI systems read it: one test case for each discrepancy, a failure where it fails the gate, skipped where
 * it is suppressed, an error where code could not be read.
 */
export function junit(report: Report, style: Style): string {
  const cases = storiesOf(report).map((story) => testCase(story, report, style));
  if (cases.length === 0) {
    cases.push({
      outcome: 'passed',
      xml: element('testcase', { classname: 'candor', name: WORDING[style.language].nothing }),
    });
  }
  const count = (outcome: Case['outcome']) => String(cases.filter((one) => one.outcome === outcome).length);
  const counts = {
    tests: String(cases.length),
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  };
  const suite = element('testsuite', { name: report.input.name, ...counts }, cases.map(({ xml }) => xml).join('\n'));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: 'candor', ...counts }, suite)}\n`;
}

interface Case {
  outcome: 'passed' | 'failure' | 'error' | 'skipped';
  xml: string;
}

function testCase(story: Story, report: Report, style: Style): Case {
  const { item, status } = story;
  const { language } = style;
  const about = [
    item.data === null ? item.subject : dataName(item.data, report.terms, language),
    item.actor === null ? null : actorName(item.actor, report.terms, language),
  ];
  const name = [WORDING[language].kind[item.kind], ...about, item.id].filter((part) => part !== null).join(' · ');
  const open = (content: string) => element('testcase', { classname: `candor.${item.kind}`, name }, content);
  const details = detailsOf(story);
  if (status === 'suppressed') {
    return { outcome: 'skipped', xml: open(element('skipped', { message: item.suppressed?.reason ?? '' })) };
  }
  if (status === 'failing') {
    return {
      outcome: 'failure',
      xml: open(element('failure', { type: item.kind, message: item.message }, text(details))),
    };
  }
  if (item.kind === 'incomplete-analysis' && report.gate?.allowIncomplete !== true) {
    return { outcome: 'error', xml: open(element('error', { type: item.kind, message: item.message }, text(details))) };
  }
  return { outcome: 'passed', xml: open(element('system-out', {}, text(`${printable(item.message)}\n${details}`))) };
}

function detailsOf({ item, evidence, claims }: Story): string {
  const lines = [
    ...evidence.map((entry) => `${apiText(entry)} ${place(entry.at)}`),
    ...(evidence.length === 0 && item.at !== null ? [place(item.at)] : []),
    ...claims.map(({ quote, at }) => `${place(at)} “${quote}”`),
  ];
  return lines.map((line) => printable(line)).join('\n');
}

function element(name: string, attributes: Record<string, string>, content?: string): string {
  const start = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${text(printable(value))}"`)].join(
    ' ',
  );
  return content === undefined || content === '' ? `<${start}/>` : `<${start}>\n${content}\n</${name}>`;
}

/** Text and attribute values; characters that XML 1.0 forbids are replaced. */
function text(value: string): string {
  return value
    .replace(/[\p{Surrogate}\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
