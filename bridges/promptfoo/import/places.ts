import { isNode, LineCounter, parseDocument, type Document } from "yaml";
import type { Place } from "../../../core/user-error.ts";

type Key = string | number;

/** Where an object comes from: the file itself, a part of another object, or a known place. */
type Origin =
  | { readonly file: string }
  | { readonly parent: object; readonly key: Key }
  | { readonly place: Place };

interface Positions {
  readonly document: Document;
  readonly lines: LineCounter;
}

/**
 * Remembers where the objects read from files stand. Files are read fast and without positions; only
 * when a place is asked for is the text of its file read a second time, with positions.
 */
export class Places {
  readonly #origins = new WeakMap<object, Origin>();
  readonly #texts = new Map<string, string>();
  readonly #positions = new Map<string, Positions>();
  readonly #shown: (file: string) => string;

  /** `shown` turns the whole path of a file into the one a person reads. */
  constructor(shown: (file: string) => string) {
    this.#shown = shown;
  }

  /** Notes everything in a value that was read from a YAML or JSON text. */
  note(value: unknown, file: string, text: string): void {
    this.#texts.set(file, text);
    if (!isObject(value)) return;
    if (!this.#origins.has(value)) this.#origins.set(value, { file });
    this.#noteParts(value);
  }

  /** Notes an object whose place is known: a row of a table, a line of a file. */
  noteAt(value: object, place: Place): void {
    this.#origins.set(value, { place: { ...place, file: this.#shown(place.file) } });
  }

  /** Gives a new object the place of the one it was made from. */
  derive<Made extends object>(made: Made, from: object): Made {
    const origin = this.#origins.get(from);
    if (origin !== undefined) this.#origins.set(made, origin);
    return made;
  }

  /** The place of an object, or of one of its parts. */
  of(holder: object, key?: Key): Place {
    const path: Key[] = key === undefined ? [] : [key];
    for (let at = holder; ;) {
      const origin = this.#origins.get(at);
      if (origin === undefined) return { file: this.#shown("") };
      if ("place" in origin) return origin.place;
      if ("file" in origin) return this.#locate(origin.file, path);
      path.unshift(origin.key);
      at = origin.parent;
    }
  }

  #noteParts(value: object): void {
    for (const [key, part] of Object.entries(value)) {
      if (!isObject(part) || this.#origins.has(part)) continue;
      this.#origins.set(part, { parent: value, key: Array.isArray(value) ? Number(key) : key });
      this.#noteParts(part);
    }
  }

  #locate(file: string, path: readonly Key[]): Place {
    const { document, lines } = this.#positionsOf(file);
    for (let length = path.length; length >= 0; length -= 1) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (!isNode(node) || !node.range) continue;
      const { line, col } = lines.linePos(node.range[0]);
      return { file: this.#shown(file), line, column: col };
    }
    return { file: this.#shown(file), line: 1 };
  }

  #positionsOf(file: string): Positions {
    const known = this.#positions.get(file);
    if (known !== undefined) return known;
    const lines = new LineCounter();
    const document = parseDocument(this.#texts.get(file) ?? "", {
      lineCounter: lines,
      prettyErrors: false,
      logLevel: "silent",
    });
    const positions = { document, lines };
    this.#positions.set(file, positions);
    return positions;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
