import { expect, test } from 'vitest';
import { MalformedError } from '../../analyzers/formats/malformed-error.ts';
import { readTextXml } from '../../analyzers/formats/text-xml.ts';
import { childElements, findAttribute, textContent } from '../../analyzers/formats/xml.ts';

const read = (text: string): ReturnType<typeof readTextXml> => readTextXml(Buffer.from(text));

test('reads names, namespaces, references and lines', () => {
  const root = read(`<?xml version="1.0" encoding="utf-8"?>
<!-- <uses-permission android:name="commented.out"/> -->
<manifest xmlns:android="http://schemas.android.com/apk/res/android"
    package="a.b">
    <application
        android:label="@string/app_name" android:icon='@mipmap/i' x:y="1"/>\r
  <a xmlns="urn:default" xmlns:android="urn:other" android:name="&lt;&#x706f;&gt;"/>
</manifest>`);
  expect(root.name).toBe('manifest');
  expect(root.line).toBe(3);
  expect(root.attributes).toEqual([
    { namespace: '', name: 'package', resourceId: 0, value: { kind: 'string', value: 'a.b' } },
  ]);
  const [application, other] = childElements(root);
  expect(application?.line).toBe(5);
  expect(other?.line).toBe(7);
  expect(application?.attributes).toEqual([
    {
      namespace: 'http://schemas.android.com/apk/res/android',
      name: 'label',
      resourceId: 0,
      value: { kind: 'reference', id: 0, name: 'string/app_name' },
    },
    {
      namespace: 'http://schemas.android.com/apk/res/android',
      name: 'icon',
      resourceId: 0,
      value: { kind: 'reference', id: 0, name: 'mipmap/i' },
    },
    { namespace: '', name: 'x:y', resourceId: 0, value: { kind: 'string', value: '1' } },
  ]);
  expect(other?.namespace).toBe('urn:default');
  expect(other && findAttribute(other, 0, 'urn:other', 'name')?.value).toEqual({ kind: 'string', value: '<灯>' });
});

test('keeps text in document order', () => {
  expect(textContent(read('<s>Hello <g>dear</g> <![CDATA[<b>]]> you</s>'))).toBe('Hello dear <b> you');
});

test.each([
  ['UTF-8 with a mark', Buffer.from('\ufeff<a>灯</a>')],
  ['UTF-16, little-endian', Buffer.from('\ufeff<a>灯</a>', 'utf16le')],
  ['UTF-16, big-endian', Buffer.from('\ufeff<a>灯</a>', 'utf16le').swap16()],
])('reads %s', (_, bytes) => {
  const root = readTextXml(bytes);
  expect([root.name, textContent(root), root.line]).toEqual(['a', '灯', 1]);
});

test.each([
  ['an unclosed element', '<a><b></a>'],
  ['an end without a start', '<a></a></b>'],
  ['nothing', ''],
  ['no element', '<?xml version="1.0"?>'],
  ['an open attribute', '<a b="c></a>'],
  ['101 levels', '<a>'.repeat(102) + '</a>'.repeat(102)],
  [
    'a thousand million laughs',
    `<!DOCTYPE a [<!ENTITY l0 "${'ha'.repeat(40)}">${Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')}]><a>&l9;</a>`,
  ],
])('refuses %s or bounds it', (name, text) => {
  if (name.includes('laughs')) {
    let length = 0;
    try {
      length = textContent(read(text)).length;
    } catch (error) {
      expect(error).toBeInstanceOf(MalformedError);
    }
    expect(length).toBeLessThan(1_000_000);
  } else {
    expect(() => read(text)).toThrow(MalformedError);
  }
});

test('does not fetch external entities', () => {
  const text = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>';
  let content = '';
  try {
    content = textContent(read(text));
  } catch (error) {
    expect(error).toBeInstanceOf(MalformedError);
  }
  expect(['', '&x;']).toContain(content);
});

test("takes names of JavaScript's own properties as names, or refuses them", () => {
  const root = read('<a hasOwnProperty="x"><toString b="c"/><valueOf/></a>');
  expect(childElements(root)).toHaveLength(2);
  expect(() => read('<a><__proto__ b="c"/></a>')).toThrow(MalformedError);
  expect(() => read('<a constructor="c"/>')).toThrow(MalformedError);
  expect(({} as Record<string, unknown>).b).toBeUndefined();
});

test('looks names up among a bounded number of namespaces', () => {
  const declarations = Array.from({ length: 20_000 }, (_, i) => `xmlns:n${i}="u${i}"`).join(' ');
  const uses = Array.from({ length: 20_000 }, (_, i) => `m${i}:a="1"`).join(' ');
  const root = read(`<a ${declarations}><b n5:a="1" ${uses}/></a>`);
  const child = childElements(root)[0];
  expect(child && findAttribute(child, 0, 'u5', 'a')).toBeDefined();
});
