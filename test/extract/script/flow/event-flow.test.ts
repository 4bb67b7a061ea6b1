import { expect, test } from 'vitest';
import { type FlowCase, sinksOf } from './flow-case.ts';

const RECORD = [
  'const stream = await navigator.mediaDevices.getUserMedia({ audio: true });',
  'const recorder = new MediaRecorder(stream);',
];
const SHOT = [
  `import * as ImagePicker from 'expo-image-picker';`,
  'const shot = await ImagePicker.launchCameraAsync({});',
];
const SENT = (value: string): string => `fetch('/a', { method: 'POST', body: ${value} })`;

const CASES: FlowCase[] = [
  [
    'a recorder gives its pieces',
    [...RECORD, `recorder.ondataavailable = (e) => ${SENT('e.data')};`],
    'network fetch a.tsx:3',
  ],
  [
    'a recorder has a listener',
    [...RECORD, `recorder.addEventListener('dataavailable', (e) => ${SENT('e.data')});`],
    'network fetch a.tsx:3',
  ],
  [
    'pieces are joined when it stops',
    [
      ...RECORD,
      'const pieces = useRef([]);',
      'recorder.ondataavailable = (e) => pieces.current.push(e.data);',
      `recorder.onstop = () => ${SENT(`new File([new Blob(pieces.current)], 'a')`)};`,
    ],
    'network fetch a.tsx:5',
  ],
  [
    'a recorder in a field, handled by a method',
    [
      'class Note {',
      'async start() {',
      'const stream = await navigator.mediaDevices.getUserMedia({ audio: true });',
      'this.recorder = new MediaRecorder(stream);',
      'this.recorder.ondataavailable = this.keep;',
      '}',
      `keep(event) { ${SENT('event.data')}; }`,
      '}',
    ],
    'network fetch a.tsx:7',
  ],
  [
    'its other events give nothing',
    [
      ...RECORD,
      `recorder.onerror = (e) => ${SENT('e.error')};`,
      `recorder.addEventListener('stop', (e) => ${SENT('e.type')});`,
    ],
  ],
  ['another object has the event', [...RECORD, `other.ondataavailable = (e) => ${SENT('e.data')};`]],
  [
    'a reader holds what it reads',
    [
      ...SHOT,
      'const reader = new FileReader();',
      `reader.onloadend = () => ${SENT('reader.result')};`,
      'reader.readAsDataURL(shot.assets[0]);',
    ],
    'network fetch a.tsx:4',
  ],
  [
    'a reader gives it with the event',
    [
      ...SHOT,
      'const reader = new FileReader();',
      `reader.onload = (e) => ${SENT('e.target.result')};`,
      'reader.readAsText(shot.assets[0]);',
    ],
    'network fetch a.tsx:4',
  ],
  [
    'another reader reads another thing',
    [
      ...SHOT,
      'const reader = new FileReader();',
      'const second = new FileReader();',
      `second.onload = (e) => ${SENT('e.target.result')};`,
      'reader.readAsText(shot.assets[0]);',
      'second.readAsText(readme);',
    ],
  ],
];

test.each(CASES)('%s', (_name, files, ...sinks) => {
  expect(sinksOf(files)).toEqual(sinks);
});
