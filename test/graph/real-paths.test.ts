import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compileCatalogue } from '../../analyzers/catalogue/compile.ts';
import { scan } from '../../analyzers/index.ts';
import { readSignatureFiles } from '../signatures/signature-files.ts';
import { wrongFlow } from './flow-steps.ts';
import { StepChecker } from './step-checker.ts';

const catalogue = compileCatalogue(readSignatureFiles());
const apk = (path: string) => fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url));

test.each([
  ['android-apidemos/apks/ApiDemos-debug.apk', 50, 5],
  ['io.appium.settings/apks/settings_apk-debug.apk', 20, 10],
  ['appium-uiautomator2-server/apks/appium-uiautomator2-server-v10.6.6.apk', 1, 0],
])(
  'every step of every path in %s is a call that stands there or an implicit edge, and every step of a flow an instruction',
  async (name, least, leastSinks) => {
    const { evidence } = await scan(apk(name), { jobs: 1 });
    const checker = new StepChecker(apk(name), catalogue);
    const reached = evidence.filter(({ grade }) => grade === 'reachable' || grade === 'sent');
    expect(reached.length).toBeGreaterThanOrEqual(least);
    const wrong = reached.flatMap(({ path, at, entry }) => {
      const steps = path.slice(1).flatMap((to, i) => checker.wrong(path[i] ?? at, to) ?? []);
      if (entry === null || !checker.isSubtype(entry.name, path[0]?.class ?? '')) steps.push('begins elsewhere');
      return [...new Set(steps)];
    });
    expect(wrong).toEqual([]);
    const sinks = evidence.flatMap(({ sinks }) => sinks);
    expect(sinks.length).toBeGreaterThanOrEqual(leastSinks);
    expect(sinks.flatMap((sink) => wrongFlow(checker, sink))).toEqual([]);
    // The same steps from one code unit further on are none.
    const [first] = reached.map(({ path }) => path).filter(({ length }) => length > 1);
    if (first?.[0] !== undefined && first[1] !== undefined) {
      expect(checker.wrong({ ...first[0], offset: (first[0].offset ?? 0) + 1 }, first[1])).not.toBeNull();
    }
  },
  60_000,
);
