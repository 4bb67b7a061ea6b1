import { expect, test } from 'vitest';
import { extractScripts } from '../../../../analyzers/extract/script/extract-script.ts';
import { WATCH } from '../flow/flow-case.ts';

const HEAD = `import React, { useState } from 'react';\nimport Taro from '@tarojs/taro';`;

/** What is found in a component's file, as `member line`, but for its imports and what made the object. */
function found(lines: string[]): string[] {
  const bytes = new TextEncoder().encode([HEAD, ...lines].join('\n'));
  return extractScripts([{ path: 'a.tsx', bytes }], WATCH)
    .facts.filter(({ kind, value }) => kind === 'call' && value.endsWith('.takePhoto'))
    .map(({ at }) => `takePhoto ${'line' in at ? at.line : ''}`);
}

const TAKE = '  const take = () => context.takePhoto({ quality: "high" });';

test.each<[string, ...string[]]>([
  [
    'in a handler',
    'export default function P() {',
    '  const [context, setContext] = useState();',
    TAKE,
    '  return <Camera onInitDone={() => setContext(Taro.createCameraContext())} onClick={take} />;',
    '}',
  ],
  [
    'declared by its type, and first nothing',
    'export default function P() {',
    '  const [context, setContext] = useState<CameraContext | null>(null);',
    TAKE,
    '  useEffect(() => { setContext(Taro.createCameraContext("camera")); }, []);',
    '  return <Camera onClick={take} />;',
    '}',
  ],
  [
    'given by a function of the state before',
    'export default function P() {',
    '  const [context, setContext] = useState();',
    TAKE,
    '  useEffect(() => { setContext((before) => before ?? Taro.createCameraContext()); }, []);',
    '  return <Camera onClick={take} />;',
    '}',
  ],
  [
    'below the namespace of React',
    'export default function P() {',
    '  const [context, setContext] = React.useState(null);',
    TAKE,
    '  useEffect(() => { setContext(Taro.createCameraContext()); }, []);',
    '  return <Camera onClick={take} />;',
    '}',
  ],
  [
    'compiled',
    'function P() {',
    '  var _useState = useState(), _useState2 = _slicedToArray(_useState, 2), context = _useState2[0], setContext = _useState2[1];',
    TAKE,
    '  useEffect(function () { setContext(Taro.createCameraContext()); }, []);',
    '  return take;',
    '}',
  ],
])('what a state is set to has its members: %s', (_name, ...lines) => {
  expect(found(lines)).toEqual(['takePhoto 5']);
});

test('handed on in an object, the state has its members where it is taken apart', () => {
  const lines = [
    'const take = (params) => {',
    '  const { ctx, options } = params;',
    '  if (ctx?.takePhoto) ctx.takePhoto({ ...options, success: (r) => r.tempImagePath });',
    '};',
    'export default function P() {',
    '  const [context, setContext] = useState<CameraContext>();',
    '  const shoot = () => take({ ctx: context as CameraContext, options: {} });',
    '  return <Camera onReady={() => setContext(Taro.createCameraContext())} onClick={shoot} />;',
    '}',
  ];
  expect(found(lines)).toEqual(['takePhoto 5']);
});

test.each<[string, ...string[]]>([
  [
    'the setter of another state',
    'export default function P() {',
    '  const [context] = useState();',
    '  const [other, setOther] = useState();',
    TAKE,
    '  useEffect(() => { setOther(Taro.createCameraContext()); }, []);',
    '}',
  ],
  [
    'a setter of the same name in another component',
    'export function P() {',
    '  const [context, setContext] = useState();',
    TAKE,
    '}',
    'export function Q() {',
    '  const [own, setContext] = useState();',
    '  setContext(Taro.createCameraContext());',
    '}',
  ],
  [
    'set to something else',
    'export default function P() {',
    '  const [context, setContext] = useState();',
    TAKE,
    '  useEffect(() => { setContext({ takePhoto() {} }); Taro.createCameraContext(); }, []);',
    '}',
  ],
  [
    'a list that no hook gives',
    'export default function P() {',
    '  const [context, setContext] = React.pair();',
    TAKE,
    '  useEffect(() => { setContext(Taro.createCameraContext()); }, []);',
    '}',
  ],
])('silent: %s', (_name, ...lines) => {
  expect(found(lines)).toEqual([]);
});

test('states that are set to one another come to an end', () => {
  const lines = [
    'export default function P() {',
    '  const [context, setContext] = useState();',
    '  const [second, setSecond] = useState();',
    TAKE,
    '  useEffect(() => { setContext(second); setSecond(context); setSecond(Taro.createCameraContext()); }, []);',
    '}',
  ];
  expect(found(lines)).toEqual(['takePhoto 6']);
});
