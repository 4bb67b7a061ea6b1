import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { htmlPage } from '../../../cli/reports/html/html.ts';
import { link } from '../../../cli/reports/html/markup.ts';
import { hostileReport } from '../hostile-report.ts';
import { madeUpReport } from '../made-up-report.ts';

const style = (language: 'zh' | 'en') => ({ language, colour: false, detail: 'usual' as const, columns: 100 });

interface Element {
  name: string;
  attributes: Record<string, string>;
}

/** The elements of a page, and all its text, as a browser would see them. */
function read(page: string): { elements: Element[]; script: string } {
  const elements: Element[] = [];
  let script = '';
  let inScript = false;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      elements.push({ name, attributes });
      inScript = name === 'script';
    },
    ontext: (text) => {
      if (inScript) script += text;
    },
    onclosetag: () => {
      inScript = false;
    },
  });
  parser.end(page);
  return { elements, script };
}

describe.each(['zh', 'en'] as const)('%s', (language) => {
  const page = htmlPage(madeUpReport(), style(language));

  test('hostile text makes no element, no attribute and no address', () => {
    const hostile = read(htmlPage(hostileReport(), style(language)));
    const ordinary = read(page);
    const shape = ({ elements }: typeof ordinary) =>
      elements.map(({ name, attributes }) => [name, ...Object.keys(attributes)].join(' '));
    expect(shape(hostile)).toEqual(shape(ordinary));
    expect(hostile.script).toBe(ordinary.script);
    for (const { attributes } of hostile.elements) {
      expect(Object.keys(attributes).filter((name) => name.startsWith('on'))).toEqual([]);
      expect(attributes.href ?? '#').toMatch(/^(?:#|https?:\/\/)/);
    }
  });

  test('every link inside the page has its target, and ids are single', () => {
    const { elements } = read(page);
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = elements.flatMap(({ attributes }) =>
      attributes.href?.startsWith('#') ? attributes.href.slice(1) : [],
    );
    expect(targets.length).toBeGreaterThan(30);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  test('a quote and its discrepancy lead to each other', () => {
    expect(page).toContain('href="#c-c000000000000001"');
    expect(page).toMatch(
      /<mark class="cited"><a id="c-c000000000000001"><\/a>.*?我们不会读取您的剪贴板。.*?href="#d-d000000000000001"/,
    );
  });

  test('the whole policy is there, and a defect leads to its passage and back', () => {
    const { policies, claims } = madeUpReport();
    const unquoted = (text: string) =>
      claims.reduce((parts, { quote }) => parts.flatMap((part) => part.split(quote)), [text]);
    for (const { texts } of policies[0]?.passages ?? []) {
      for (const part of texts.flatMap(unquoted)) expect(page).toContain(part);
    }
    expect(page).toMatch(/id="p-0-1" class="passage paragraph cited">.*?href="#d-d000000000000010"/);
    expect(page).toMatch(/id="d-d000000000000010".*?href="#p-0-1"/s);
  });

  test('the code around a place and around the steps to it', () => {
    const story = page.slice(page.indexOf('id="d-d000000000000001"'), page.indexOf('id="d-d000000000000002"'));
    expect(story).toContain('<b>0x8  invoke-virtual {v0}, android.content.ClipboardManager.getPrimaryClip()</b>');
    expect(story).toContain('<b>0x2  invoke-direct {p0}, com.example.Main.readClipboard()</b>');
    expect(story.match(/<pre/g)).toHaveLength(2);
  });

  test('the page needs nothing beside it, and only its own script may run', () => {
    const { elements, script } = read(page);
    const policy = elements.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
    const hash = createHash('sha256').update(script).digest('base64');
    expect(policy?.attributes.content).toContain(`default-src 'none'`);
    expect(policy?.attributes.content).toContain(`script-src 'sha256-${hash}'`);
    expect(elements.filter(({ attributes }) => attributes.src !== undefined)).toEqual([]);
    expect(elements.filter(({ name }) => ['link', 'iframe', 'img', 'object'].includes(name))).toEqual([]);
  });
});

test('only web addresses become links', () => {
  expect(link('https://www.umeng.com/policy').text).toContain('<a href="https://www.umeng.com/policy"');
  for (const address of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'https://a" onclick="x']) {
    expect(link(address).text).not.toContain('<a ');
  }
});

test('without a policy and without discrepancies there is still a page', () => {
  const report = {
    ...madeUpReport(),
    policies: [],
    claims: [],
    declaredSdks: [],
    discrepancies: [],
    evidence: [],
    sdks: [],
  };
  const { elements } = read(htmlPage({ ...report, gaps: [], permissions: [] }, style('en')));
  expect(elements.filter(({ name }) => name === 'section')).toHaveLength(8);
});
