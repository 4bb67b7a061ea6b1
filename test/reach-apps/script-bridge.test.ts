import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Evidence, scan } from '../../analyzers/index.ts';

const APP = fileURLToPath(new URL('libraries.apk', import.meta.url));

/** How the sensitive call of a method of org.example.libraries.Bridges is reached. */
function wayTo(evidence: Evidence[], method: string): string {
  const item = evidence.find(({ at }) => `${at.class?.split('$')[1]}.${at.method?.split('(')[0]}` === method);
  const path = item?.path.map((at) => (at.class === undefined ? `${at.file}:${at.line}` : at.method?.split('(')[0]));
  return [item?.beforeConsent ? 'early' : 'late', item?.entry?.kind, item?.entry?.name, '|', path?.join(' > ')].join(
    ' ',
  );
}

test('from the line of a script to the API that its native module calls', async () => {
  const { evidence } = await scan(APP);
  expect(
    ['RnModule.reachedByScript', 'CordovaReached.execute', 'UniReached.read', 'CapacitorReached.read'].map((method) =>
      wayTo(evidence, method),
    ),
  ).toEqual([
    'early script assets/index.android.bundle#0 | assets/index.android.bundle:5 > assets/index.android.bundle:2 > reachedByScript',
    'early app-launch assets/www/plugins.js deviceready | assets/www/plugins.js:2 > execute',
    'late script assets/www/plugins.js | assets/www/plugins.js:9 > assets/www/plugins.js:7 > read',
    'late listener assets/www/plugins.js click | assets/www/plugins.js:12 > read',
  ]);
});
