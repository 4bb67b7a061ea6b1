import { hermesVersion } from '../../formats/hermes/hermes-layout.ts';
import type { Extraction, Fact } from '../../model/fact.ts';
import type { Gap } from '../../model/gap.ts';
import { DEFAULT_LIMITS } from '../../model/limits.ts';
import type { BridgeCall } from '../../model/script-bridge.ts';
import type { ScriptWatch } from './apis/watch.ts';
import { type ListedPages, listedPages } from './app-files/listed-pages.ts';
import { bindScript } from './binding/bind.ts';
import type { BoundScript } from './binding/bound-script.ts';
import { syntaxDepth } from './binding/syntax-depth.ts';
import { nameBundledPackages } from './bundles/bundle-packages.ts';
import { factsOfChoices } from './facts/data-choices.ts';
import { findFacts } from './facts/find-facts.ts';
import { isFalseMap, mapBridgeCalls, mapLocations, namePackagesByMap, sourceMapOf } from './facts/map-locations.ts';
import type { SourceMap } from './facts/source-map.ts';
import { bindHermes } from './hermes/bind-hermes.ts';
import { decodeScript, MAX_SCRIPT_BYTES } from './source/decode.ts';
import { leaveOutIdleModules } from './source/leave-out.ts';
import { compileFileLinks } from './source/link-files.ts';
import { ScriptProgram } from './source/script-program.ts';
import { shownTags } from './source/shown-components.ts';
import { leaveOutUnreadable } from './source/unreadable-modules.ts';
import { plainTypeScript } from './syntax/arkts.ts';
import { coversAll, platformVariants } from './syntax/conditional-compilation.ts';
import { asListener } from './syntax/event-handler.ts';
import { handlerNames } from './syntax/handler-names.ts';
import { dialectsFor, emptyProgram, type Parsed, type ParseFailure, parseScript } from './syntax/parse.ts';
import { type ScriptBlock, scriptBlocks } from './syntax/script-block.ts';
import { isSingleFileComponent } from './syntax/single-file-component.ts';
import { type DataChoice, inlineHandlers, isTemplate, type TemplateFact, templateFacts } from './syntax/template.ts';
import { type TemplateLink, templateLinks } from './syntax/template-links.ts';

export { compileScriptWatch, type ScriptWatch } from './apis/watch.ts';
export { extractScriptProject } from './source/project.ts';
export { scriptFiles, scriptGroups } from './source/script-files.ts';

/** A script, page or component, or a file that tells how imports are resolved (package.json, tsconfig.json). */
export interface ScriptSource {
  /** Inside the build; its ending tells the language. */
  path: string;
  bytes: Uint8Array;
}

export interface ScriptExtraction extends Extraction {
  /** Calls of native modules, in the order of the scripts; absent for none. */
  bridgeCalls?: BridgeCall[];
  /** That a script is nested too deeply for the stack of this thread, so that one with a larger stack should read it. */
  isStackSpent?: true;
}

/** Facts of one script that sees no others. */
export function extractScript(path: string, bytes: Uint8Array, watch: ScriptWatch): ScriptExtraction {
  return extractScripts([{ path, bytes }], watch);
}

/**
 * Facts of scripts that can see each other: calls of watched members and imports of known packages, file by file in the
 * given order, sorted by position. Pure: no file is opened. What cannot be read becomes a gap.
 */
export function extractScripts(
  sources: readonly ScriptSource[],
  watch: ScriptWatch,
  mostLevels = DEFAULT_LIMITS.syntaxDepth,
): ScriptExtraction {
  const gaps: Gap[] = [];
  let isStackSpent = false;
  const scripts: BoundScript[] = [];
  const configurations = new Map<string, string>();
  /** Facts of templates, and of bytecode that is not decoded. */
  const besides: Fact[][] = [];
  const maps = new Map<string, string>();
  const mapOf = new Map<string, SourceMap>();
  const templates: TemplateFact[] = [];
  const chosen: DataChoice[] = [];
  const handlers: string[] = [];
  const pages: ListedPages[] = [];
  const tags = new Map<string, readonly string[]>();
  const handed = new Map<string, readonly TemplateLink[]>();
  for (const { path, bytes } of sources) {
    if (path.endsWith('.map')) maps.set(path, new TextDecoder().decode(bytes));
  }
  for (const { path, bytes } of sources) {
    if (path.endsWith('.map')) continue;
    if (bytes.length <= MAX_SCRIPT_BYTES && hermesVersion(bytes) !== undefined) {
      const hermes = bindHermes(path, bytes, watch);
      for (const item of hermes.gaps) gaps.push(item);
      besides.push(hermes.facts);
      if (hermes.script !== null) scripts.push(hermes.script);
      continue;
    }
    const decoded = decodeScript(path, bytes);
    if (path.endsWith('.json')) {
      if (!('text' in decoded)) continue;
      configurations.set(path, decoded.text);
      pages.push(listedPages(path, decoded.text));
      continue;
    }
    if ('unread' in decoded) {
      gaps.push({ stage: 'script', file: path, ...decoded.unread });
      continue;
    }
    pages.push(listedPages(path, decoded.text));
    const asked = templateFacts(path, decoded.text, watch);
    for (const item of asked.facts) templates.push(item);
    for (const item of asked.chosen) chosen.push(item);
    for (const name of handlerNames(path, decoded.text)) handlers.push(name);
    if (isTemplate(path) || isSingleFileComponent(path)) {
      tags.set(path, shownTags(path, decoded.text));
      handed.set(path, templateLinks(path, decoded.text));
    }
    if (isTemplate(path)) continue;
    const map = sourceMapOf(path, decoded.text, maps);
    try {
      const { script, failures, believed } = readScript(path, decoded.text, watch, map);
      for (const { code, detail } of failures) gaps.push({ stage: 'script', file: path, code, detail, material: true });
      isStackSpent ||= failures.some((failure) => failure.isStackSpent);
      if (script === null) continue;
      const depth = syntaxDepth(script, mostLevels);
      if (depth > mostLevels) {
        const detail = `syntax is nested ${depth} levels deep, more than the limit of ${mostLevels}`;
        gaps.push({ stage: 'script', file: path, code: 'too-large', detail, material: true });
        continue;
      }
      if (believed !== undefined) mapOf.set(path, believed);
      else if (map !== undefined) {
        const detail = 'its source map leads many modules to one file, and is not believed';
        gaps.push({ stage: 'script', file: path, code: 'corrupt', detail, material: false });
      }
      scripts.push(script);
    } catch (error) {
      // Whatever one file does to the reader, the others that it stands with are read.
      isStackSpent ||= error instanceof RangeError;
      const code = error instanceof RangeError ? 'too-large' : 'corrupt';
      gaps.push({ stage: 'script', file: path, code, detail: wordsFor(error), material: true });
    }
  }
  for (const item of factsOfChoices(chosen, scripts)) templates.push(item);
  const links = compileFileLinks(
    scripts.map(({ module }) => module.file),
    configurations,
  );
  const found = findFacts(
    new ScriptProgram(scripts, links, { handlers, pages, tags, templateLinks: handed }),
    watch,
    templates,
  );
  for (const item of found.gaps) gaps.push(item);
  const facts = mapOf.size === 0 ? found.facts.flat() : mapLocations(found.facts.flat(), mapOf, watch);
  const bridgeCalls = mapOf.size === 0 ? found.bridgeCalls : mapBridgeCalls(found.bridgeCalls, mapOf);
  return {
    facts: [...facts, ...besides.flat(), ...templates.map(({ fact }) => fact)],
    gaps,
    ...(bridgeCalls.length > 0 ? { bridgeCalls } : {}),
    ...(isStackSpent ? { isStackSpent } : {}),
  };
}

function wordsFor(error: unknown): string {
  const { message } = error as Error;
  return message === 'Maximum call stack size exceeded' ? 'code is nested too deeply to be read' : message;
}

function readScript(
  path: string,
  text: string,
  watch: ScriptWatch,
  map: SourceMap | undefined,
): { script: BoundScript | null; failures: ParseFailure[]; believed: SourceMap | undefined } {
  const parsed = parsedWithin(path, text, map === undefined ? watch : null);
  const failures = parsed.flatMap(({ failure }) => failure ?? []);
  const program = joined(parsed);
  if (program === undefined) return { script: null, failures, believed: undefined };
  const script = bindScript(program, watch.memberNames, path);
  nameBundledPackages(script, watch);
  const believed = map === undefined || isFalseMap(script, map) ? undefined : map;
  if (believed !== undefined) namePackagesByMap(script, believed);
  return { script, failures, believed };
}

/** @param watch null where nothing may be left out */
function parsedWithin(path: string, text: string, watch: ScriptWatch | null): Parsed[] {
  const shortened = watch === null ? text : leaveOutIdleModules(text, watch);
  const parsed = blocksOf(path, shortened).flatMap((block) => parsedBlock(path, block));
  if (parsed.every(({ failure }) => failure === null)) return parsed;
  const readable = leaveOutUnreadable(shortened);
  const others = readable === null ? [] : blocksOf(path, readable.text).flatMap((block) => parsedBlock(path, block));
  if (readable !== null && others.every(({ failure }) => failure === null))
    return [...others, ...readable.failures.map((failure) => ({ program: emptyProgram(), failure }))];
  return shortened === text ? parsed : blocksOf(path, text).flatMap((block) => parsedBlock(path, block));
}

function parsedBlock(path: string, block: ScriptBlock): Parsed[] {
  const { event } = block;
  const parsed = parseBlock(path, block);
  if (event === undefined) return parsed;
  return parsed.map((each) => ({ ...each, program: asListener(each.program, event) }));
}

/** Where the branches of conditional compilation do not parse together, each platform's script by itself. */
function parseBlock(path: string, block: ScriptBlock): Parsed[] {
  const whole = parseScript(block, dialectsFor(path, block));
  if (whole.failure === null) return [whole];
  const variants = platformVariants(block).flatMap((variant) => {
    const parsed = parseScript(variant, dialectsFor(path, variant));
    return parsed.failure === null ? [{ variant, parsed }] : [];
  });
  const isAll = coversAll(
    block,
    variants.map(({ variant }) => variant),
  );
  return isAll ? variants.map(({ parsed }) => parsed) : [whole, ...variants.map(({ parsed }) => parsed)];
}

function blocksOf(path: string, text: string): ScriptBlock[] {
  if (isSingleFileComponent(path)) return scriptBlocks(text, true);
  if (/\.html?$/i.test(path)) return [...scriptBlocks(text, false), ...inlineHandlers(text)];
  if (/\.ets$/i.test(path)) return [{ text: plainTypeScript(text), line: 1, column: 0, language: 'ts' }];
  return [{ text: text, line: 1, column: 0, language: 'js' }];
}

/** The scripts of one page share their top level. */
function joined(parsed: readonly Parsed[]): Parsed['program'] | undefined {
  const [first] = parsed;
  if (first === undefined || parsed.length === 1) return first?.program;
  return { ...first.program, body: parsed.flatMap(({ program }) => program.body) };
}
