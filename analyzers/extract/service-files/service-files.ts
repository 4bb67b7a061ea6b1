import type { Build, BuildFile } from '../../model/build.ts';
import type { ServiceFile } from '../../model/reach.ts';

/** At the top of an APK, below `<module>/root/` in an app bundle. */
const SERVICE_FILE = /(?:^|\/|!)META-INF\/services\/([^/!]+)$/;
const CLASS_NAME = /^[\p{L}_$][\p{L}\p{N}_$.]*$/u;
const MAX_SIZE = 1 << 20;
const MAX_PROVIDERS = 4096;

/** Reads what a build's service files name, by the rules of java.util.ServiceLoader: a class a line, `#` begins a comment. */
export function extractServiceFiles(build: Build): ServiceFile[] {
  return build.files.flatMap((file) => {
    const service = SERVICE_FILE.exec(file.path)?.[1];
    if (service === undefined || file.size > MAX_SIZE) return [];
    const providers = linesOf(file)
      .map((line) => (line.split('#')[0] ?? '').trim())
      .filter((name) => CLASS_NAME.test(name))
      .slice(0, MAX_PROVIDERS);
    return [{ service, providers: [...new Set(providers)] }];
  });
}

/** None where they cannot be had: the entry is a gap of its own kind then. */
function linesOf(file: BuildFile): string[] {
  try {
    return new TextDecoder().decode(file.read()).split(/\r\n|\n|\r/);
  } catch {
    return [];
  }
}
