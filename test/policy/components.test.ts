import { expect, test } from 'vitest';
import { claimsIn, read } from './reading.ts';

const PAGE =
  '<template>\n  <scroll-view class="a very long class name of a page with many styles">\n    <template v-if="more"><text>我们会收集您的昵称。</text></template>\n    <text class="title">我们集成了以下第三方SDK：</text>\n    <view><text class="label">第三方SDK名称：</text>\n      <text>飞鸟健康SDK</text>\n      <text class="label">第三方公司名称：</text><text>杭州飞鸟网络有限公司</text>\n      <text class="label">收集个人信息种类：</text><text>步数</text></view>\n  </scroll-view>\n</template>\n<script>\nexport default { data() { return { name: "", phoneNumber: "", password: "" } } }\n</script>\n<style>.label { color: #111827 }</style>\n';

test('the template of a component is what is shown, in the language of what is shown', () => {
  const reading = read(PAGE);
  expect(reading.policy.language).toBe('zh');
  expect(reading.gaps).toEqual([]);
  expect(reading.sdks).toMatchObject([
    { name: '飞鸟健康SDK', company: '杭州飞鸟网络有限公司', data: { exact: ['steps'], broad: [] } },
  ]);
  expect(reading.claims.map(({ data }) => data)).toContain('nickname');
});

test('a template inside a page is not shown', () => {
  const page = '<html><body><div>我们收集昵称。</div><template><p>我们收集短信。</p></template></body></html>';
  expect(claimsIn(page)).toEqual(['nickname']);
});

test('the name of an SDK may stand in the line below its key', () => {
  const text = 'SDK名称：\n飞鸟推送SDK\n收集信息：\nIMEI\n使用目的：\n推送\nSDK名称：\n飞鱼统计SDK\n收集信息：\nOAID';
  expect(read(text).sdks).toMatchObject([
    { name: '飞鸟推送SDK', purpose: '推送', data: { exact: ['imei'], broad: [] } },
    { name: '飞鱼统计SDK', data: { exact: ['oaid'], broad: [] } },
  ]);
  expect(read('SDK名称：\n我们不使用任何SDK。').sdks).toEqual([]);
});
