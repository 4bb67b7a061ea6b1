import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { tuneForOneRun } from '../entry/engine-flags.ts';
import { codeCachePath, digestedCodeCache, loadScript } from '../entry/load-code.ts';

/**
 * Makes the code cache of the built script: runs the command line on samples and keeps what V8 compiled on the way. The
 * engine's flags are those of the program, since V8 refuses a cache that was made with others. What the commands print
 * goes to this process's standard output.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const sample = (path: string): string => join(ROOT, 'samples', path);
const RUNS = [
  ['scan', sample('native-java/app.apk'), '--policy', sample('native-java/policy.md')],
  // A whole app, so that little is left to compile in the scan of another.
  ['scan', join(ROOT, 'node_modules/android-apidemos/apks/ApiDemos-debug.apk')],
  ['scan', sample('react-native/app.apk'), '--policy', sample('react-native/policy.html')],
];

tuneForOneRun();
const MAIN = pathToFileURL(join(ROOT, 'dist/main.js')).href;
const { script, code } = loadScript(MAIN);
for (const run of RUNS) {
  process.argv = [process.execPath, fileURLToPath(MAIN), ...run];
  await code.main();
}
writeFileSync(codeCachePath(MAIN), digestedCodeCache(script.createCachedData()));
process.exitCode = 0;
