/** Folders of a project that hold nothing of its own, and what they are. */
const SKIPPED = new Map<string, string>([
  ...['.git', '.hg', '.svn', '.bzr', 'CVS'].map((name) => [name, 'version control'] as const),
  ...['node_modules', 'oh_modules', 'bower_components', 'Pods', 'Carthage', '.pnpm-store', '.yarn'].map(
    (name) => [name, 'installed packages'] as const,
  ),
  ...['.gradle', '.cxx', '.externalNativeBuild', '.hvigor', '.dart_tool', 'DerivedData', '__pycache__'].map(
    (name) => [name, 'a build cache'] as const,
  ),
  ...['.cache', '.parcel-cache', '.turbo', '.next', '.nuxt', '.svelte-kit', '.angular', '.expo'].map(
    (name) => [name, 'a build cache'] as const,
  ),
  ...['.idea', '.vscode', '.vs'].map((name) => [name, 'editor settings'] as const),
]);

/**
 * @param siblings names in the same folder, by which the output folder of a Gradle module is known
 * @returns what the folder is when it need not be read, else null
 */
export function skippedFolder(name: string, siblings: ReadonlySet<string>): string | null {
  if (name === 'build' && (siblings.has('build.gradle') || siblings.has('build.gradle.kts'))) return 'build output';
  return SKIPPED.get(name) ?? null;
}
