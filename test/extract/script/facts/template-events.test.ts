import { expect, test } from 'vitest';
import { extractScripts } from '../../../../analyzers/extract/script/extract-script.ts';
import { WATCH } from '../flow/flow-case.ts';

/** Facts of one single-file component as `api line`, each followed by its sinks as `kind line`. */
function factsOf(text: string): string[] {
  const { facts } = extractScripts([{ path: 'a.vue', bytes: new TextEncoder().encode(text) }], WATCH);
  return facts.flatMap(({ value, at, sinks = [] }) => [
    `${value} ${at.line}`,
    ...sinks.map((sink) => `  ${sink.kind} ${sink.at.line}`),
  ]);
}

test('what a button asks for arrives in the event, or below mp of it', () => {
  const page = (read: string): string => `<template>
<button open-type="getPhoneNumber" @getphonenumber="onPhone">a</button>
</template>
<script>
export default {
  methods: {
    onPhone(e) {
      const { iv, encryptedData } = ${read}
      uni.request({ url: '/a', data: { iv, encryptedData } })
    }
  }
}
</script>`;
  const found = ['template.button.getPhoneNumber 2', '  network 9'];
  expect(factsOf(page('e.detail'))).toEqual(found);
  expect(factsOf(page('e.mp.detail'))).toEqual(found);
  expect(factsOf(page('e.mp.currentTarget'))).toEqual(found.slice(0, 1));
});

test('a map shows where the user is, however the attribute is bound', () => {
  expect(
    factsOf(`<template><view>
<map show-location></map>
<map :show-location="true" :latitude="a"></map>
<map :showLocation="located"></map>
<map :show-location="false"></map>
<map :markers="a"></map>
<chart :show-location="true"></chart>
</view></template>`),
  ).toEqual(['template.map.show-location 2', 'template.map.show-location 3', 'template.map.show-location 4']);
});
