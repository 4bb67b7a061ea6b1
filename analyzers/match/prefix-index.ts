/**
 * Longest-prefix look-up of dotted names, matched at their borders: `com.umeng` takes `com.umeng.analytics.A` and
 * `com.umeng`, never `com.umengx`. One hash look-up for each dot of the name, however many prefixes there are.
 */
export class PrefixIndex<V> {
  readonly #byPrefix: ReadonlyMap<string, V>;

  constructor(entries: Iterable<readonly [prefix: string, value: V]>) {
    this.#byPrefix = new Map(entries);
  }

  /** The longest prefix that holds `name`, with its value. */
  find(name: string): { prefix: string; value: V } | undefined {
    for (let end = name.length; end > 0; end = name.lastIndexOf('.', end - 1)) {
      const prefix = name.slice(0, end);
      const value = this.#byPrefix.get(prefix);
      if (value !== undefined) return { prefix, value };
    }
    return undefined;
  }
}
