import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Scans the native sample as a user would. That the sample fails the gate is the point, and no failure of the demo. */
const command = ['dist/main.js', 'scan', 'samples/native-java/app.apk', '--policy', 'samples/native-java/policy.md'];
process.stdout.write(`$ candor ${command.slice(1).join(' ')}\n\n`);
const run = spawnSync(process.execPath, command, {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  stdio: 'inherit',
});
process.stdout.write(
  `\nexit code ${run.status}: ${run.status === 1 ? 'the gate would stop this release' : 'unexpected'}\n`,
);
process.exitCode = run.status === 1 ? 0 : 1;
