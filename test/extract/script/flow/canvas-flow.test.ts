import { expect, test } from 'vitest';
import { type FlowCase, sinksOf } from './flow-case.ts';

const SHOWN = [
  'async function shoot() {',
  '  const stream = await navigator.mediaDevices.getUserMedia({ video: true });',
  "  const video = document.querySelector('video'); video.srcObject = stream;",
  "  const canvas = document.createElement('canvas'), other = document.createElement('canvas');",
  "  const ctx = canvas.getContext('2d'); ctx.drawImage(video, 0, 0, canvas.width, canvas.height);",
];
const SEND = (value: string) => `fetch('/a', { method: 'POST', body: ${value} });`;

const CASES: FlowCase[] = [
  ['as text', [...SHOWN, `  ${SEND('canvas.toDataURL()')} }`], 'network fetch a.tsx:6'],
  [
    'in a function that gets it',
    [...SHOWN, `  setTimeout(() => canvas.toBlob((blob) => { ${SEND('blob')} }, 'image/png'), 9); }`],
    'network fetch a.tsx:6',
  ],
  [
    'of references',
    [
      'const Shot = () => { const video = useRef(), canvas = useRef();',
      '  const start = async () => { video.current.srcObject = await navigator.mediaDevices.getUserMedia({ video: true }); };',
      "  const snap = () => { const ctx = canvas.current.getContext('2d'); ctx.drawImage(video.current, 0, 0);",
      `    ${SEND('canvas.current.toDataURL()')} };`,
      '  return <B onPress={snap} onShow={start} />; };',
    ],
    'network fetch a.tsx:4',
  ],
  ['not its size', [...SHOWN, `  ${SEND('canvas.width')} }`]],
  ['not of another canvas', [...SHOWN, `  ${SEND('other.toDataURL()')} }`]],
  [
    'not where something else is drawn',
    [...SHOWN.map((line) => line.replace('drawImage(video', 'drawImage(logo')), `  ${SEND('canvas.toDataURL()')} }`],
  ],
];

test.for(CASES)('a picture of the camera that is drawn on a canvas: %s', ([, given, ...sinks]) => {
  expect(sinksOf(given)).toEqual(sinks);
});
