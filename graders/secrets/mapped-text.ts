/** A text made from another one that remembers where every UTF-16 unit came from. */
export interface MappedText {
  readonly text: string;
  /** Start and end in the original, for every unit of `text`. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** The text itself. */
export function mappedText(text: string): MappedText {
  const starts = Array.from({ length: text.length }, (_, at) => at);
  return { text, starts, ends: starts.map((at) => at + 1) };
}

/** Replaces every match; what is put in comes from the whole match. Returns the same if none. */
export function replaceMapped(
  source: MappedText,
  pattern: RegExp,
  replacement: (match: RegExpExecArray) => string,
): MappedText {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let read = 0;
  const copy = (to: number): void => {
    pieces.push(source.text.slice(read, to));
    for (let at = read; at < to; at += 1) {
      starts.push(source.starts[at] ?? 0);
      ends.push(source.ends[at] ?? 0);
    }
  };
  for (const match of source.text.matchAll(pattern)) {
    copy(match.index);
    read = match.index + match[0].length;
    const put = replacement(match);
    pieces.push(put);
    for (let unit = 0; unit < put.length; unit += 1) {
      starts.push(source.starts[match.index] ?? 0);
      ends.push(source.ends[read - 1] ?? 0);
    }
  }
  if (read === 0) return source;
  copy(source.text.length);
  return { text: pieces.join(""), starts, ends };
}
