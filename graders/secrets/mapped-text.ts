/** A text made from another one that remembers where every UTF-16 unit came from. */
export interface MappedText {
  readonly text: string;
  /** Start and end in the original, for every unit of `text`; worked out when first asked for. */
  readonly starts: Offsets;
  readonly ends: Offsets;
}

export type Offsets = ArrayLike<number>;

/** Where the units of a text come from. */
interface Origin {
  readonly starts: Offsets;
  readonly ends: Offsets;
}

/** A text with its way back, which most texts are never asked for. */
export function textWithOrigin(text: string, read: () => Origin): MappedText {
  return new TextWithOrigin(text, read);
}

class TextWithOrigin implements MappedText {
  readonly text: string;
  readonly #read: () => Origin;
  #origin: Origin | undefined;

  constructor(text: string, read: () => Origin) {
    this.text = text;
    this.#read = read;
  }

  get starts(): Offsets {
    return (this.#origin ??= this.#read()).starts;
  }

  get ends(): Offsets {
    return (this.#origin ??= this.#read()).ends;
  }
}

/** The text itself. */
export function mappedText(text: string): MappedText {
  return textWithOrigin(text, () => {
    const starts = Int32Array.from({ length: text.length }, (_, at) => at);
    return { starts, ends: starts.map((at) => at + 1) };
  });
}

/** A passage of the source and what stands in its place. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/** Replaces every match; what is put in comes from the whole match. Returns the same if none. */
export function replaceMapped(
  source: MappedText,
  pattern: RegExp,
  replacement: (match: RegExpExecArray) => string,
): MappedText {
  const replaced: Replacement[] = [];
  let text = "";
  let read = 0;
  for (const match of source.text.matchAll(pattern)) {
    const put = replacement(match);
    const end = match.index + match[0].length;
    text += source.text.slice(read, match.index) + put;
    replaced.push({ start: match.index, end, length: put.length });
    read = end;
  }
  if (read === 0) return source;
  text += source.text.slice(read);
  return textWithOrigin(text, () => originOf(source, text.length, replaced));
}

function originOf(source: MappedText, length: number, replaced: readonly Replacement[]): Origin {
  const origin = { starts: new Int32Array(length), ends: new Int32Array(length) };
  const { starts, ends } = source;
  let at = 0;
  let read = 0;
  const copy = (to: number): void => {
    for (; read < to; read += 1, at += 1) {
      origin.starts[at] = starts[read] ?? 0;
      origin.ends[at] = ends[read] ?? 0;
    }
  };
  for (const { start, end, length: put } of replaced) {
    copy(start);
    origin.starts.fill(starts[start] ?? 0, at, at + put);
    origin.ends.fill(ends[end - 1] ?? 0, at, at + put);
    at += put;
    read = end;
  }
  copy(source.text.length);
  return origin;
}
