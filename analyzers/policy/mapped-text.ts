/**
 * Text taken out of a policy file that remembers where it stood: `offsets[i]` is the position, in UTF-16 units of the
 * decoded file, of `text[i]`. Markup that was dropped leaves a jump in the offsets.
 */
export interface MappedText {
  text: string;
  offsets: Int32Array;
  /** Addresses that links in the text lead to and that do not stand in it. */
  links?: readonly string[];
}

export function sliceMapped(source: MappedText, start: number, end: number): MappedText {
  return { text: source.text.slice(start, end), offsets: source.offsets.subarray(start, end), ...linksOf(source) };
}

export function trimMapped(source: MappedText): MappedText {
  const lead = source.text.length - source.text.trimStart().length;
  const end = source.text.trimEnd().length;
  return lead === 0 && end === source.text.length ? source : sliceMapped(source, lead, Math.max(lead, end));
}

/** Joins two texts with a separator that is attributed to the end of the first. */
export function joinMapped(first: MappedText, separator: string, second: MappedText): MappedText {
  const offsets = new Int32Array(first.offsets.length + separator.length + second.offsets.length);
  offsets.set(first.offsets);
  const edge = first.offsets[first.offsets.length - 1] ?? 0;
  offsets.fill(edge, first.offsets.length, first.offsets.length + separator.length);
  offsets.set(second.offsets, first.offsets.length + separator.length);
  return { text: first.text + separator + second.text, offsets, ...linksOf(first, second) };
}

/** The links of all parts; a part of a text keeps those of the whole, since their places are not known. */
export function linksOf(...parts: readonly MappedText[]): { links?: readonly string[] } {
  const links = parts.flatMap((part) => part.links ?? []);
  return links.length === 0 ? {} : { links };
}

/** The part of a file between two positions, unchanged. */
export function mapRange(file: string, start: number, end: number): MappedText {
  const offsets = new Int32Array(end - start);
  for (let i = 0; i < offsets.length; i++) offsets[i] = start + i;
  return { text: file.slice(start, end), offsets };
}

/** Drops the ranges `[from, to)`, given in order and without overlap. */
export function withoutRanges(source: MappedText, ranges: readonly (readonly [number, number])[]): MappedText {
  if (ranges.length === 0) return source;
  let text = '';
  const offsets = new Int32Array(source.offsets.length);
  let length = 0;
  let from = 0;
  for (const [start, end] of [...ranges, [source.text.length, source.text.length] as const]) {
    if (start < from) continue;
    text += source.text.slice(from, start);
    offsets.set(source.offsets.subarray(from, start), length);
    length += start - from;
    from = end;
  }
  return { text, offsets: offsets.subarray(0, length), ...linksOf(source) };
}

/** Gives 1-based lines and 1-based columns in UTF-16 units for positions of a file. */
export function lineIndex(file: string): (position: number) => { line: number; column: number } {
  const starts: number[] = [0];
  for (let i = 0; i < file.length; i++) {
    const unit = file.charCodeAt(i);
    if (unit === 10 || (unit === 13 && file.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return (position) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: position - (starts[low] ?? 0) + 1 };
  };
}
