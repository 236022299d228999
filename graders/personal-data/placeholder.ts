/** A mark such as `[NAME_1]` that stands for a value. */
export interface Placeholder {
  /** Without brackets, in upper case: two spellings of one placeholder have the same name. */
  readonly name: string;
  /** UTF-16 code units, `end` behind the bracket. */
  readonly start: number;
  readonly end: number;
}

/** `[NAME_1]`, `[Adresse]`, also with Markdown's backslashes: `\[NAME\_1\]`. */
export function findPlaceholders(text: string): Placeholder[] {
  return Array.from(text.matchAll(placeholderForm), ({ 0: written, 1: inside = "", index }) => ({
    name: inside.replaceAll("\\", "").toUpperCase(),
    start: index,
    end: index + written.length,
  }));
}

/** The names of all placeholders of a text. */
export function placeholderNames(text: string): Set<string> {
  return new Set(findPlaceholders(text).map(({ name }) => name));
}

const placeholderForm = /\\?\[(\p{L}(?:\\?[\p{L}\d_ -]){0,40})\\?\]/gu;
