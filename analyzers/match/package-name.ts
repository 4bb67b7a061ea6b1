/** First segments below which many unrelated publishers have their packages: top-level domains, those of countries too. */
const SHARED_ROOT = /^(?:[a-z]{2}|com|org|net|dev|app|edu|gov|xyz|info|biz|top|tech|cloud|online)$/;

/** Names below which each publisher has one segment more. */
const SHARED_HOSTS = new Set([
  ...['com.github', 'io.github', 'com.gitlab', 'io.gitlab', 'com.gitee', 'io.gitee', 'org.bitbucket'],
  ...['com.android', 'com.google', 'com.google.android', 'org.apache', 'com.app', 'com.apps', 'com.mobile', 'com.demo'],
]);

/** Second-level domains that belong to a country: `com.cn`, `co.uk`. */
const COUNTRY_DOMAIN = /^[a-z]{2}\.(?:com|co|net|org|gov|edu|ac)$/;

/** The names that shrinkers give to packages. */
const SHRUNK_SEGMENT = /^[a-zA-Z0-9_]{1,2}$/;

/** Package of a class by its binary name; empty for the default package. */
export function packageOf(className: string): string {
  return className.slice(0, Math.max(0, className.lastIndexOf('.')));
}

/** The part of a package that names its publisher: `com.example`, `io.github.someone`; the whole where that is not clear. */
export function publisherRoot(name: string): string {
  const segments = name.split('.');
  const depth = publisherDepth(segments);
  return segments.length <= depth ? name : segments.slice(0, depth).join('.');
}

/** How many segments name the publisher. */
function publisherDepth(segments: readonly string[]): number {
  let depth = SHARED_ROOT.test(segments[0] ?? '') ? 2 : 1;
  while (depth < segments.length) {
    const prefix = segments.slice(0, depth).join('.');
    if (!SHARED_HOSTS.has(prefix) && !COUNTRY_DOMAIN.test(prefix)) break;
    depth++;
  }
  return depth;
}

/**
 * A prefix that names an unknown library: its publisher and one segment more, `com.squareup.picasso`, `okhttp3.internal`;
 * what a shrinker renamed is left out.
 */
export function libraryPrefix(className: string): string {
  const segments = packageOf(className).split('.');
  const publisher = publisherDepth(segments);
  const next = segments[publisher];
  const depth = next === undefined || SHRUNK_SEGMENT.test(next) ? publisher : publisher + 1;
  return segments.slice(0, depth).join('.') || className;
}

/** Whether a class has the default package, or one of nothing but names that a shrinker gives: `a.b`, `o0`. */
export function isShrunkPackage(className: string): boolean {
  const name = packageOf(className);
  return name === '' || name.split('.').every((segment) => SHRUNK_SEGMENT.test(segment));
}
