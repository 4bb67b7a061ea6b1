import { expect, test } from 'vitest';
import { type FlowCase, sinksOf } from './flow-case.ts';

const SMS = "import SmsAndroid from 'react-native-get-sms-android';";

/** Which function that is handed over gets the answer, and as which of its parameters. */
const CASES: FlowCase[] = [
  [
    'a function for what fails stands before the one for the answer',
    [
      SMS,
      'SmsAndroid.list("{}", (fail) => console.log("failed: " + fail),',
      '(count, list) => {',
      'console.log(count);',
      'fetch("/a", { body: list }); });',
    ],
    'network fetch a.tsx:5',
  ],
  [
    'by their names, in other places',
    [
      SMS,
      'function failed(error) { console.warn(error); }',
      'function found(total, texts) { console.log(total); fetch("/a", { body: JSON.parse(texts) }); }',
      'SmsAndroid.list("{}", failed, found);',
    ],
    'network fetch a.tsx:3',
  ],
  [
    'what comes before it is not looked at, whatever its name',
    [
      SMS,
      'const read = () => new Promise((resolve, reject) => {',
      'SmsAndroid.list("{}", (fail) => reject(fail), (_n, texts) => resolve(JSON.parse(texts))); });',
      'async function f() { fetch("/a", { body: await read() }); }',
      'SmsAndroid.list("{}", (fail) => console.log("failed"), (c, l) => { fetch("/b", { body: l }); });',
      'SmsAndroid.list("{}", (fail) => console.log("failed"), (c, l) => { fetch("/c", { body: l }); show(c); });',
    ],
    'network fetch a.tsx:4',
    'network fetch a.tsx:5',
  ],
  [
    'beside an error that comes after it there is no other',
    [
      "import Geolocation from '@react-native-community/geolocation';",
      'Geolocation.getCurrentPosition((at, error) => fetch("/a", { body: error }));',
    ],
  ],
  [
    'a function that takes nothing stands before the one for the answer',
    [
      SMS,
      'const all = () => new Promise((resolve) => {',
      'SmsAndroid.list("{}", () => resolve({ found: [] }), (count, list) => resolve({ found: JSON.parse(list) })); });',
      'async function f() { const { found } = await all();',
      'fetch("/a", { body: found }); }',
      'SmsAndroid.list("{}", () => fetch("/b", { body: "none" }), (count, list) => console.log(count));',
    ],
    'network fetch a.tsx:5',
  ],
  [
    'the only function gets the answer, whatever it calls it',
    [
      "import Geolocation from '@react-native-community/geolocation';",
      'Geolocation.getCurrentPosition((e) => fetch("/a", { body: e.coords }));',
      'Geolocation.getCurrentPosition((at) => fetch("/b", { body: at.coords }), (error) => console.log(error));',
    ],
    'network fetch a.tsx:2',
    'network fetch a.tsx:3',
  ],
  [
    'parts of a text that an expression finds, but not whether it finds any',
    [
      "import Contacts from 'react-native-contacts';",
      'async function f() { const [person] = await Contacts.getAll();',
      'const digits = person.phoneNumbers[0].number.match(/[0-9]+/g).join("");',
      'fetch("/a", { body: parseInt(digits, 10) });',
      'if (person.displayName.match(/^A/)) fetch("/b", { body: "A" });',
      'fetch("/c", { body: /^A/.test(person.displayName) }); }',
    ],
    'network fetch a.tsx:4',
  ],
];

test.each(CASES)('%s', (_name, files, ...sinks) => {
  expect(sinksOf(files)).toEqual(sinks);
});
