import { fstatSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { InputError } from '../analyzers/index.ts';
import manifest from '../package.json' with { type: 'json' };
import { runCompare } from './commands/compare.ts';
import { runExplain } from './commands/explain.ts';
import { runFacts } from './commands/facts.ts';
import { runInit } from './commands/init.ts';
import { runPolicy } from './commands/policy.ts';
import { runScan } from './commands/scan.ts';
import { listSignatures, showSignature, testOwnSignatures } from './commands/signatures.ts';
import { CONFIG_NAME } from './config/find-config.ts';
import { isDay } from './config/shape.ts';
import type { Console } from './console.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { readLimit } from './limits.ts';
import { COMPARISON_FORMATS, FACTS_FORMATS, POLICY_FORMATS, SCAN_FORMATS } from './reports/formats.ts';
import { USUAL_COLUMNS } from './reports/style.ts';

/** The process as commands see it. */
function consoleOfProcess(): Console {
  return {
    out: (content) => standardOutput().write(content),
    err: (line) => process.stderr.write(`${line}\n`),
    colour: isTerminal('stdout') && !process.env.NO_COLOR,
    columns: isTerminal('stdout') ? process.stdout.columns : USUAL_COLUMNS,
    progress: {
      write: (text) => process.stderr.write(text),
      isTerminal: isTerminal('stderr') && process.env.TERM !== 'dumb',
      columns: isTerminal('stderr') ? process.stderr.columns : USUAL_COLUMNS,
      // `performance` would be loaded for this alone.
      now: () => process.uptime() * 1000,
    },
    folder: process.cwd(),
    holdSignals,
    today: new Date().toISOString().slice(0, 10),
  };
}

/** Standard output, with a reader that may close it. */
function standardOutput(): NodeJS.WriteStream {
  if (!process.stdout.listeners('error').includes(outputFailed)) process.stdout.on('error', outputFailed);
  return process.stdout;
}

function outputFailed({ code, message }: NodeJS.ErrnoException): void {
  // `candor ... | head` closes the pipe early; that is the reader's wish and no error.
  if (code === 'EPIPE') return;
  process.stderr.write(`candor: standard output: cannot be written: ${message}\n`);
  process.exitCode = EXIT.cannotRun;
}

/** A stream of the process is made when it is first looked at, which takes milliseconds: files and pipes are told before. */
function isTerminal(name: 'stdout' | 'stderr'): boolean {
  try {
    if (!fstatSync(name === 'stdout' ? 1 : 2).isCharacterDevice()) return false;
  } catch {
    // It was closed.
    return false;
  }
  return process[name].isTTY === true;
}

/** From the first output on, a signal waits until the file that is being written is whole; before, it ends the scan at once. */
function holdSignals(): void {
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ] as const) {
    if (process.listenerCount(signal) === 0) process.on(signal, () => process.exit(128 + number));
  }
}

const collect = (value: string, all: string[]): string[] => [...all, value];

function positiveInteger(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('expected a whole number from 1 on');
  return number;
}

function calendarDay(value: string): string {
  if (!isDay(value)) throw new InvalidArgumentError('expected a day such as 2026-12-31');
  return value;
}

/** The repeatable option that chooses from the formats of a command. */
function format(formats: object): Option {
  const choices = Object.keys(formats);
  const option = new Option('--format <format>', `${choices.join(', ')}; may be repeated`).default([], '');
  return option.argParser((value: string, all: string[]) => {
    if (!choices.includes(value)) throw new InvalidArgumentError(`expected one of ${choices.join(', ')}`);
    return [...all, value];
  });
}

function program(terminal: Console, done: (code: ExitCode) => void): Command {
  const root = new Command('candor')
    .description('Finds what an app collects and its privacy policy does not declare.')
    .version(manifest.version)
    .showSuggestionAfterError(false);
  const output = () =>
    new Option('--output <path>', 'where the report goes, - for standard output').default([], '').argParser(collect);
  const language = () => new Option('--lang <language>', 'language of the report').choices(['zh', 'en']);
  const jobs = () => new Option('--jobs <number>', 'worker threads').argParser(positiveInteger);
  const failOn = () =>
    new Option('--fail-on <severity>', 'severity that fails; high by default').choices([
      'high',
      'medium',
      'low',
      'none',
    ]);
  const signatures = () =>
    new Option('--signatures <dir>', 'signatures of your own; they add to those of the package or replace them');
  const limit = () =>
    new Option('--limit <name=value>', 'a bound other than the usual, see docs/limits.md; may be repeated')
      .default({}, '')
      .argParser(readLimit);
  const policies = () =>
    new Option('--policy <file>', 'a privacy policy; may be repeated').default([], '').argParser(collect);

  root
    .command('scan')
    .description('compare a build with its privacy policy')
    .argument('<build>', 'an .apk, .aab, .apks, .xapk, .apkm, .dex, a JavaScript bundle, or a source folder')
    .addOption(policies())
    .addOption(format(SCAN_FORMATS))
    .addOption(output())
    .addOption(language())
    .addOption(failOn())
    .option('--allow-incomplete', 'pass although code could not be read')
    .option('--config <file>', `the configuration; by default the nearest ${CONFIG_NAME} here or above`)
    .option('--baseline <file>', 'a JSON report; what it knows passes')
    .option('--bundle <file>', 'a ZIP archive with the report in every format and the hashes of the inputs')
    .addOption(
      new Option('--today <day>', 'the day by which suppressions expire, as 2026-12-31').argParser(calendarDay),
    )
    .addOption(jobs())
    .option('--quiet', 'print the verdict only, and no progress', false)
    .option('--verbose', 'tell every discrepancy in full, and the stages on standard error', false)
    .addOption(limit())
    .addOption(signatures())
    .action(async (build, options) => done(await runScan(build, options, terminal)));

  root
    .command('policy')
    .description('show what a policy is understood to claim, and its defects')
    .argument('<file...>', 'privacy policies: text, Markdown or HTML')
    .addOption(format(POLICY_FORMATS))
    .addOption(output())
    .addOption(language())
    .addOption(limit())
    .addOption(signatures())
    .action(async (files, options) => done(await runPolicy(files, options, terminal)));

  root
    .command('facts')
    .description('show what was seen in a build, before any judgement')
    .argument('<build>', 'as for scan')
    .addOption(format(FACTS_FORMATS))
    .addOption(output())
    .addOption(language())
    .addOption(jobs())
    .addOption(limit())
    .addOption(signatures())
    .action(async (build, options) => done(await runFacts(build, options, terminal)));

  root
    .command('compare')
    .description('what a new build collects that the old one did not')
    .argument('<old>', 'a build, or a JSON report of a scan')
    .argument('<new>', 'a build, or a JSON report of a scan')
    .addOption(policies())
    .addOption(
      new Option('--old-policy <file>', "the old build's policy where it differs; may be repeated")
        .default([], '')
        .argParser(collect),
    )
    .addOption(format(COMPARISON_FORMATS))
    .addOption(output())
    .addOption(language())
    .addOption(failOn())
    .addOption(jobs())
    .addOption(signatures())
    .action(async (old, now, options) => done(await runCompare(old, now, options, terminal)));

  root
    .command('explain')
    .description('the whole story of one discrepancy')
    .argument('<report>', 'a JSON report of a scan')
    .argument('<id>', 'the id of a discrepancy, or its beginning')
    .addOption(output())
    .addOption(language())
    .action(async (report, id, options) => done(await runExplain(report, id, options, terminal)));

  root
    .command('init')
    .description(`write a commented ${CONFIG_NAME}`)
    .addOption(language())
    .action((options) => done(runInit(options, terminal)));

  const about = root.command('signatures').description('what is known: list, show, and test signatures of your own');
  about
    .command('list')
    .description('the signatures, with what each is about')
    .argument('[kind]', 'such as sdks or apis/android')
    .addOption(signatures())
    .action((kind, options) => done(listSignatures(kind, options, terminal)));
  about
    .command('show')
    .description('one signature as it is written')
    .argument('<path>', 'such as sdks/jpush')
    .addOption(signatures())
    .action((path, options) => done(showSignature(path, options, terminal)));
  about
    .command('test')
    .description('check the signatures of a folder and run their examples')
    .argument('<dir>', 'a folder laid out as signatures/ is')
    .action((folder) => done(testOwnSignatures(folder, terminal)));

  for (const command of [root, ...root.commands, ...about.commands]) {
    // Usage errors are one line like every other error; only a call without any command is answered with the help.
    command.exitOverride().configureOutput({
      writeErr: (text) => terminal.err(text.startsWith('error: ') ? `candor: ${text.slice(7).trim()}` : text.trim()),
    });
  }
  return root;
}

async function run(args: string[], terminal: Console): Promise<ExitCode> {
  let code: ExitCode = EXIT.passed;
  try {
    await program(terminal, (result) => {
      code = result;
    }).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.passed : EXIT.cannotRun;
    if (error instanceof InputError) {
      terminal.err(`candor: ${error.message}`);
      return EXIT.cannotRun;
    }
    // A defect of the program: no report, and not the code that says that a build failed.
    terminal.err(`candor: internal error: ${describe(error)}`);
    return EXIT.cannotRun;
  }
}

/** The message and the first place of the stack, in one line. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = error.stack?.split('\n').find((line) => line.startsWith('    at '));
  return `${error.message.split('\n', 1)[0]}${place === undefined ? '' : ` (${place.trim()})`}`;
}

/** Runs the command that the process was started with, and sets its exit code. */
export async function main(): Promise<void> {
  const terminal = consoleOfProcess();
  const code = await run(process.argv.slice(2), terminal);
  process.exitCode ??= code;
}
