import { availableParallelism } from 'node:os';
import { loadCatalogue } from './catalogue/load.ts';
import { citedPlaces } from './cited-places.ts';
import { diff, sdksNamedBy } from './diff/diff.ts';
import { policyDefects } from './diff/policy-defects.ts';
import { readProgram } from './extract/dex/program/read-program.ts';
import { type Reflected, resolveValues } from './extract/dex/values/resolve-values.ts';
import { excerptsAt } from './extract/excerpts/excerpts.ts';
import { compileFileWatch, extractFiles } from './extract/files/extract-files.ts';
import { embeddedFile, hiddenDex } from './extract/hidden-code/hidden-dex.ts';
import { loadedCode } from './extract/hidden-code/loaded-code.ts';
import { markAbsent, missingCode } from './extract/hidden-code/missing-classes.ts';
import { extractLayoutNames } from './extract/layout/layout-names.ts';
import { extractManifest } from './extract/manifest/extract-manifest.ts';
import { nativeLibraries } from './extract/native/native-libraries.ts';
import { extractListedModules } from './extract/script/app-files/listed-modules.ts';
import { extractScriptProject, scriptGroups } from './extract/script/extract-script.ts';
import { extractSdkNames } from './extract/sdk-names/sdk-names.ts';
import { extractServiceFiles } from './extract/service-files/service-files.ts';
import { type ExtractedUnit, extractUnits, type PendingUnit } from './extract-units.ts';
import { traceSinks } from './flow/trace-sinks.ts';
import { reachFacts } from './graph/reach-facts.ts';
import { match } from './match/match.ts';
import { missingScripts } from './match/missing-scripts.ts';
import { tricksOf } from './model/anti-analysis.ts';
import type { Build, BuildFile } from './model/build.ts';
import type { Catalogue } from './model/catalogue.ts';
import { ClassNames } from './model/class-names.ts';
import type { Fact } from './model/fact.ts';
import type { Gap } from './model/gap.ts';
import { InputError } from './model/input-error.ts';
import { DEFAULT_LIMITS, type Limits } from './model/limits.ts';
import type { Manifest } from './model/manifest.ts';
import type { ProgressListener, Stage } from './model/progress.ts';
import type { JniNames } from './model/reach.ts';
import type { FactsReport, InputSummary, PolicyReport, Report } from './model/report.ts';
import type { BridgeCall } from './model/script-bridge.ts';
import { dataNames, readPolicies } from './policies.ts';
import { boundedFacts, boundedWays } from './report-size.ts';
import { summarise } from './summary.ts';
import { termsOf } from './terms.ts';
import { tool } from './tool.ts';
import { archiveFacts } from './unpack/archive-facts.ts';
import { unpack, unpackLimits } from './unpack/unpack.ts';

export interface ScanOptions {
  /** Paths of policy files. */
  policies?: string[];
  /** Language of messages; the first policy's by default, Chinese where that is not known. */
  language?: 'zh' | 'en';
  /** Severity from which a discrepancy fails the scan; `high` by default. */
  failOn?: 'high' | 'medium' | 'low' | 'none';
  allowIncomplete?: boolean;
  /** Worker threads; the number of processors by default. The report does not depend on it. */
  jobs?: number;
  /** Bounds other than the usual. */
  limits?: Partial<Limits>;
  /** Is told how far the scan is. */
  onProgress?: ProgressListener;
  /** What is known; the catalogue that comes with the package by default. */
  catalogue?: Catalogue;
}

/**
 * The whole program: build -> facts -> evidence, policy -> claims, and the difference of the two.
 * @throws InputError for an input or a policy that cannot be analysed at all.
 */
export async function scan(input: string, options: ScanOptions = {}): Promise<Report> {
  const catalogue = options.catalogue ?? loadCatalogue();
  begin(options.onProgress, 'policy');
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const readings = await readPolicies(options.policies ?? [], catalogue, limits);
  const extracted = await extract(input, catalogue, options);
  const { build, manifest, facts: literal, gaps: extractionGaps, code, reflected, libraries } = extracted;
  begin(options.onProgress, 'paths');
  const reached = reachFacts(
    literal,
    code.flatMap(({ file, bytes }) => readProgram(file, bytes, limits.stringSize)),
    manifest,
    extractLayoutNames(build),
    catalogue,
    reflected,
    { services: extractServiceFiles(build), libraries },
    { calls: extracted.bridgeCalls, listed: extractListedModules(build) },
    limits,
  );
  begin(options.onProgress, 'values');
  const traced = traceSinks(literal, reached, catalogue, limits.flowSteps, manifest);
  begin(options.onProgress, 'compare');
  const ways = traced.facts.map(({ reach }, index) => reach ?? reached.reaches[index] ?? null);
  const { facts, reaches, gaps: waysCut } = boundedWays(build, traced.facts, ways, limits.reportSize);
  const gaps = [...extractionGaps, ...reached.gaps, ...traced.gaps, ...waysCut];
  const found = match(facts, manifest, isComplete(build, gaps), catalogue, reaches);
  const named = sdksNamedBy({ readings });
  const sdks = found.sdks.map((sdk) => ({ ...sdk, claimed: named.has(sdk.id) }));
  const allGaps = [...gaps, ...found.gaps, ...readings.flatMap((reading) => reading.gaps)];
  const { evidence, permissions, missingPermissions } = found;
  const language = options.language ?? (readings[0]?.policy.language === 'en' ? 'en' : 'zh');
  const tricks = tricksOf(facts);
  const discrepancies = diff({
    kind: build.kind,
    evidence,
    sdks,
    permissions,
    readings,
    gaps: allGaps,
    catalogue,
    language,
  });
  const report = {
    schema: 1 as const,
    tool: tool(catalogue),
    input: describe(build, manifest, found.frameworks),
    policies: readings.map((reading) => reading.policy),
    permissions,
    missingPermissions,
    sdks,
    evidence,
    claims: readings.flatMap((reading) => reading.claims),
    declaredSdks: readings.flatMap((reading) => reading.sdks),
    declaredPermissions: readings.flatMap((reading) => reading.permissions),
    discrepancies,
    gaps: allGaps,
    code: excerptsAt(build, code, citedPlaces(discrepancies, evidence)),
    ...(tricks.length === 0 ? {} : { antiAnalysis: tricks }),
    summary: summarise(discrepancies, allGaps, options),
  };
  return { ...report, terms: termsOf(report, catalogue) };
}

/**
 * What was seen in a build, before any judgement.
 * @throws InputError for an input that cannot be analysed at all.
 */
export async function facts(
  input: string,
  options: Pick<ScanOptions, 'jobs' | 'catalogue' | 'limits' | 'onProgress'> = {},
): Promise<FactsReport> {
  const catalogue = options.catalogue ?? loadCatalogue();
  const extracted = await extract(input, catalogue, options);
  const { facts, manifest, gaps } = extracted;
  const found = match(facts, manifest, isComplete(extracted.build, gaps), catalogue);
  return {
    schema: 1,
    tool: tool(catalogue),
    input: describe(extracted.build, extracted.manifest, found.frameworks),
    permissions: found.permissions,
    missingPermissions: found.missingPermissions,
    sdks: found.sdks,
    facts: extracted.facts.map(({ reach: _reach, ...fact }, index) => ({
      ...fact,
      data: found.dataOfFacts[index] ?? [],
    })),
    gaps: [...extracted.gaps, ...found.gaps],
  };
}

/**
 * What policies are understood to claim, and their defects.
 * @throws InputError for a file that cannot be read as a policy.
 */
export async function policy(
  paths: string[],
  options: Pick<ScanOptions, 'language' | 'catalogue' | 'limits'> = {},
): Promise<PolicyReport> {
  const catalogue = options.catalogue ?? loadCatalogue();
  const readings = await readPolicies(paths, catalogue, { ...DEFAULT_LIMITS, ...options.limits });
  const language = options.language ?? (readings[0]?.policy.language === 'en' ? 'en' : 'zh');
  return {
    schema: 1,
    tool: tool(catalogue),
    policies: readings.map((reading) => reading.policy),
    claims: readings.flatMap((reading) => reading.claims),
    declaredSdks: readings.flatMap((reading) => reading.sdks),
    declaredPermissions: readings.flatMap((reading) => reading.permissions),
    discrepancies: policyDefects(readings, catalogue, language),
    gaps: readings.flatMap((reading) => reading.gaps),
    names: dataNames(readings, catalogue),
  };
}

interface Extracted {
  build: Build;
  manifest: Manifest | null;
  facts: Fact[];
  gaps: Gap[];
  /** The DEX files, by path. */
  code: NonNullable<ExtractedUnit['code']>[];
  /** What their code runs by reflection. */
  reflected: Reflected[];
  /** What native libraries name of the app's code. */
  libraries: JniNames[];
  /** What its scripts call of its native code. */
  bridgeCalls: BridgeCall[];
}

function begin(listener: ProgressListener | undefined, stage: Stage): void {
  listener?.({ stage, done: 0, total: 0, file: null });
}

/** Everything that a build literally contains, file by file in the order of the paths. */
async function extract(input: string, catalogue: Catalogue, options: ScanOptions): Promise<Extracted> {
  const { onProgress } = options;
  begin(onProgress, 'unpack');
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const threads = { jobs: options.jobs ?? availableParallelism(), limits };
  const build = unpack(input, unpackLimits(limits));
  const manifest = extractManifest(build, limits);
  const natives = nativeLibraries(build);
  const scripts = scriptGroups(build);
  const units: PendingUnit[] = [
    ...build.files
      .filter((file) => build.kind === 'dex' || isDex(file))
      .map((file) => ({ kind: 'dex' as const, files: [file] })),
    ...scripts.map((files) => ({ kind: 'script' as const, files })),
    ...natives.files.map((file) => ({ kind: 'native' as const, files: [file] })),
  ];
  const first = await extractUnits(units, catalogue, {
    ...threads,
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  const carried = carriedDex(units, first);
  const second = await extractUnits(
    carried.map((file) => ({ kind: 'dex', files: [file] })),
    catalogue,
    threads,
  );
  const extracted = [...first, ...second];
  const names = extractSdkNames(build, manifest.manifest, catalogue);
  const files = extractFiles(build, compileFileWatch(catalogue));
  const parts = [manifest, names, files, extractScriptProject(build), ...extracted];
  const classes = new ClassNames(extracted.flatMap(({ classNames = [] }) => classNames));
  // Classes of a DEX file that could not be read are missing for that reason, which has a gap of its own.
  const unread = extracted.some(({ gaps }) => gaps.some(({ stage, material }) => stage === 'dex' && material));
  const hidden = [
    ...(unread ? [] : missingCode(build, manifest.manifest, classes)),
    ...loadedCode(build, [...new Set(extracted.flatMap(({ codeLoaders = [] }) => codeLoaders))].sort()),
  ];
  const tricks = [...archiveFacts(build.anomalies), ...hiddenDex([...build.files, ...carried])];
  const seen = [...parts.flatMap((part) => part.facts), ...tricks];
  const all = unread || hidden.some(({ material }) => material) ? seen : markAbsent(seen, manifest.manifest, classes);
  const bounded = boundedFacts(build, all, limits);
  const found = bounded.facts;
  const unscripted = missingScripts(build, found, scripts.length, catalogue);
  const gaps = [
    ...build.gaps,
    ...bounded.gaps,
    ...natives.gaps,
    ...hidden,
    ...unscripted,
    ...parts.flatMap((part) => part.gaps),
  ];
  if (units.length === 0 && manifest.manifest === null && gaps.length === 0) {
    throw new InputError(input, 'holds no code and no manifest that can be analysed');
  }
  const code = extracted.flatMap(({ code }) => code ?? []);
  const libraries = extracted.flatMap(({ jniNames: names }) => names ?? []);
  const bridgeCalls = extracted.flatMap(({ bridgeCalls: calls }) => calls ?? []);
  const named = { libraries, bridgeCalls };
  return {
    build,
    manifest: manifest.manifest,
    gaps,
    code,
    ...named,
    ...resolveValues(code, found, catalogue, manifest.resourceText, manifest.manifest?.package, limits.stringSize),
  };
}

/** `classes.dex`, `classes2.dex` ... at the top of an APK, below `<module>/dex/` in an app bundle, or whatever is one by its first bytes. */
function isDex(file: BuildFile): boolean {
  return file.disguised === 'dex' || /(?:^|[/!])[^/!]+\.dex$/i.test(file.path);
}

/** The DEX files that native libraries turned out to carry. */
function carriedDex(units: PendingUnit[], extracted: ExtractedUnit[]): BuildFile[] {
  return extracted.flatMap(({ embedded = [] }, index) => {
    const library = units[index]?.files[0];
    return library === undefined ? [] : embedded.map((place) => embeddedFile(library, place));
  });
}

/** Whether all code of an app was there and was read; scripts alone are half of an app. */
function isComplete(build: Build, gaps: Gap[]): boolean {
  const partial: Build['kind'][] = ['folder', 'js-bundle', 'hermes', 'dex'];
  return !partial.includes(build.kind) && !gaps.some((gap) => gap.material);
}

function describe(build: Build, manifest: Manifest | null, frameworks: string[]): InputSummary {
  return {
    name: build.name,
    kind: build.kind,
    sha256: build.sha256,
    size: build.size,
    package: manifest?.package || null,
    label: manifest?.label ?? null,
    versionName: manifest?.versionName ?? null,
    versionCode: manifest?.versionCode ?? null,
    minSdk: manifest?.minSdk ?? null,
    targetSdk: manifest?.targetSdk ?? null,
    frameworks,
  };
}
