import { tuneForOneRun } from '../../entry/engine-flags.ts';
import { loadScript } from '../../entry/load-code.ts';

// Run by load-code.test.ts in a process of its own: says whether the engine takes the code cache.
tuneForOneRun();
const { script } = loadScript(new URL('../../dist/main.js', import.meta.url).href);
process.stdout.write(script.cachedDataRejected === false ? 'taken' : 'not taken');
