import type { Build, BuildFile } from '../../../model/build.ts';
import type { Extraction, Fact } from '../../../model/fact.ts';
import type { Gap } from '../../../model/gap.ts';
import { capacitorConfig, capacitorPlugins } from '../app-files/capacitor.ts';
import { ConfigSizeError, type JsonNode, MAX_CONFIG_BYTES, parseConfigJson } from '../app-files/config-json.ts';
import { cordovaConfig, cordovaPluginList } from '../app-files/cordova.ts';
import { harmonyModule } from '../app-files/harmony-module.ts';
import { miniProgramSettings } from '../app-files/mini-program.ts';
import { uniAppManifest } from '../app-files/uni-app.ts';
import { decodeScript } from './decode.ts';
import { npmPackage } from './npm-package.ts';
import { resolutionFiles, sortScriptFiles } from './script-files.ts';

type ConfigReader = (text: string, path: string) => Fact[];

/** Reads JSON (with comments) first. */
function json(read: (root: JsonNode, path: string) => Fact[]): ConfigReader {
  return (text, path) => read(parseConfigJson(text), path);
}

/** Configuration files by the end of their path. */
const READERS: readonly [pattern: RegExp, reader: ConfigReader][] = [
  [/(?:^|\/)package\.json$/, json(npmPackage)],
  [/(?:^|\/)manifest\.json$/, json(uniAppManifest)],
  [/(?:^|\/)(?:app|app-config|pages)\.json$/, json(miniProgramSettings)],
  [/(?:^|\/)capacitor\.plugins\.json$/, json(capacitorPlugins)],
  [/(?:^|\/)capacitor\.config\.(?:json|ts|js)$/, capacitorConfig],
  [/(?:^|\/)config\.xml$/, cordovaConfig],
  [/(?:^|\/)module\.json5?$/, json(harmonyModule)],
  [/(?:^|\/)cordova_plugins\.js$/, cordovaPluginList],
  // It has no facts of its own; what is wrong with it leaves imports unresolved.
  [/(?:^|\/)[jt]sconfig(?:\.[\w-]+)?\.json$/, json(() => [])],
];

/**
 * What the configuration of script frameworks says, file by file in the order of the build: packages depended on
 * (`module`), permissions (`permission`), modules, scopes and background modes (`setting`). One gap counts what
 * `scriptFiles` leaves out of a source folder.
 */
export function extractScriptProject(build: Build): Extraction {
  const facts: Fact[] = [];
  const gaps: Gap[] = [];
  for (const file of build.files) {
    const inner = file.path.slice(file.path.lastIndexOf('!') + 1);
    if (/(?:^|\/)node_modules\//.test(inner)) continue;
    const reader = READERS.find(([pattern]) => pattern.test(inner))?.[1];
    if (reader === undefined) continue;
    const result = readConfig(file, reader);
    for (const item of result.facts) facts.push(item);
    for (const item of result.gaps) gaps.push(item);
  }
  return { facts, gaps: [...gaps, ...leftOut(build)] };
}

function readConfig(file: BuildFile, reader: ConfigReader): Extraction {
  const gap = (code: Gap['code'], detail: string): Extraction => ({
    facts: [],
    gaps: [{ stage: 'script', file: file.path, code, detail, material: false }],
  });
  if (file.size > MAX_CONFIG_BYTES) return gap('too-large', `a configuration of ${file.size} bytes is not read`);
  let bytes: Uint8Array;
  try {
    bytes = file.read();
  } catch (error) {
    return gap('corrupt', (error as Error).message);
  }
  const decoded = decodeScript(file.path, bytes);
  // Android compiles its own config.xml; that is not for this reader.
  if ('unread' in decoded) return { facts: [], gaps: [] };
  try {
    return { facts: reader(decoded.text, file.path), gaps: [] };
  } catch (error) {
    if (error instanceof ConfigSizeError) return gap('too-large', error.message);
    if (error instanceof RangeError) return gap('too-large', 'a configuration is nested too deeply to be read');
    return gap('corrupt', `a configuration cannot be parsed: ${(error as Error).message}`);
  }
}

const files = (count: number): string => (count === 1 ? 'file' : 'files');

function leftOut(build: Build): Gap[] {
  const { tooling, server, installed } = sortScriptFiles(build);
  const { leftOut: unused } = resolutionFiles(build);
  const gaps: Gap[] = [];
  const add = (files: BuildFile[], detail: string, code: Gap['code'] = 'unsupported'): void => {
    const [first] = files;
    if (first === undefined) return;
    gaps.push({ stage: 'script', file: first.path, code, detail, material: false });
  };
  add(tooling, `${tooling.length} script ${files(tooling.length)} of tests, stories and tools left out`);
  add(server, `${server.length} script ${files(server.length)} of cloud functions, which run on a server, left out`);
  add(installed, `${installed.length} script ${files(installed.length)} of installed dependencies left out`);
  add(unused, `configurations that are too large to tell which files imports mean: ${unused.length}`, 'too-large');
  return gaps;
}
