import { hasFewBits, hasNoHex } from "./absent-codes.ts";
import { base64Runs, type Looseness } from "./base64-runs.ts";
import { decodedLetters } from "./decoded-letters.ts";
import { lettersIn, letterText } from "./letter-text.ts";
import { mappedText, replaceMapped, textWithOrigin, type MappedText } from "./mapped-text.ts";
import type { SoughtLetters } from "./sought-letters.ts";

/** A place where a protected value stands in a code. */
interface DecodedPlace {
  readonly start: number;
  readonly end: number;
}

/** A way to write bytes as characters. */
interface Code {
  readonly name: string;
  /** What may stand between the characters, and runs of them. */
  readonly between: RegExp;
  readonly run: RegExp;
  /** Characters to a byte, and from how many starts a run can be read. */
  readonly width: number;
  readonly starts: number;
  readonly decode: (run: string) => Buffer;
  /** True for a text that has no run with what is sought, where that is seen at once. */
  readonly isAbsent?: (text: string, sought: SoughtLetters) => boolean;
  /** Of base64, of which every text has hundreds of runs, how they are found. */
  readonly looseness?: Looseness;
}

const codes: readonly Code[] = [
  {
    name: "base64",
    between: /\s+/gu,
    run: /[A-Za-z0-9+/_-]{7,}/gu,
    looseness: "spaced",
    width: 4 / 3,
    starts: 4,
    decode: (run) => Buffer.from(run, "base64"),
  },
  {
    name: "base64",
    between: /[^A-Za-z0-9+/=]+/gu,
    run: /[A-Za-z0-9+/]{7,}/gu,
    looseness: "loose",
    width: 4 / 3,
    starts: 4,
    decode: (run) => Buffer.from(run, "base64"),
  },
  {
    name: "hex",
    between: /[\s:;,.|_#-]+|(?:0x|\\x)(?=[0-9a-f]{2})/giu,
    run: /[0-9a-f]{10,}/giu,
    width: 2,
    starts: 2,
    isAbsent: hasNoHex,
    decode: (run) => Buffer.from(run.slice(0, run.length & ~1), "hex"),
  },
  {
    name: "binary",
    between: /[\s:;,.|_-]+/gu,
    run: /[01]{40,}/gu,
    width: 8,
    starts: 8,
    isAbsent: hasFewBits,
    decode: (run) =>
      Buffer.from((run.match(/[01]{8}/gu) ?? []).map((bits) => Number.parseInt(bits, 2))),
  },
];

/** What a text says when its runs of one code are decoded from one of their starts. */
export interface Decoding {
  readonly name: string;
  /** Letters and digits of the decoded runs, with a line end behind every run. */
  readonly letters: string;
  /** Where letters `from` to before `to` stand in the original. */
  readonly place: (from: number, to: number) => DecodedPlace;
}

/**
 * Decodes every run that could be base64, hex or binary, from every start it could have; what cannot hold the
 * letters is left out.
 */
export function decodings(source: MappedText, sought: SoughtLetters): Decoding[] {
  return codes.flatMap((code) => {
    if (code.isAbsent?.(source.text, sought) === true) return [];
    const joined = new JoinedRuns(source, code);
    const { looseness } = code;
    return looseness === undefined
      ? joined.decodings()
      : base64Decodings(joined, looseness, sought);
  });
}

interface Run {
  readonly at: number;
  readonly text: string;
}

/** A text without what may stand within its runs of a code. */
class JoinedRuns {
  readonly code: Code;
  readonly source: MappedText;
  #joined: MappedText | undefined;
  #runs: readonly Run[] | undefined;

  constructor(source: MappedText, code: Code) {
    this.source = source;
    this.code = code;
  }

  get runs(): readonly Run[] {
    this.#runs ??= Array.from(this.joined.text.matchAll(this.code.run), (match): Run => {
      return { at: match.index, text: match[0] };
    });
    return this.#runs;
  }

  /** Where the rest comes from few texts are asked. */
  get joined(): MappedText {
    const { between } = this.code;
    this.#joined ??= textWithOrigin(this.source.text.replace(between, ""), () => {
      const { starts, ends } = replaceMapped(this.source, between, () => "");
      return { starts, ends };
    });
    return this.#joined;
  }

  decodings(): Decoding[] {
    if (this.runs.length === 0) return [];
    return Array.from({ length: this.code.starts }, (_, start) => {
      const letters = this.runs.map((run) => {
        return `${lettersIn(decoded(cut(run, start), this.code).replaceAll("\u0000", ""))}\n`;
      });
      return this.decoding(start, letters.join(""));
    });
  }

  decoding(start: number, letters: string): Decoding {
    const place = (from: number, to: number): DecodedPlace => {
      const number = letters.slice(0, from).split("\n").length - 1;
      const before = number === 0 ? 0 : letters.lastIndexOf("\n", from - 1) + 1;
      const run = cut(this.runs[number] ?? { at: 0, text: "" }, start);
      return placeInRun(this, { run, from: from - before, to: to - before });
    };
    return { name: this.code.name, letters, place };
  }
}

function cut(run: Run, start: number): Run {
  return { at: run.at + start, text: run.text.slice(start) };
}

/** Of base64 every text has hundreds of runs, which are read in one go. */
function base64Decodings(
  joined: JoinedRuns,
  looseness: Looseness,
  sought: SoughtLetters,
): Decoding[] {
  const found = base64Runs(joined.source.text, looseness);
  const all: Decoding[] = [];
  for (let start = 0; start < joined.code.starts && found.runs.length > 0; start += 1) {
    const letters = decodedLetters(found, start, sought);
    if (letters !== undefined) all.push(joined.decoding(start, letters));
  }
  return all;
}

/** Read as UTF-8, or as Latin-1 where every second byte is zero (UTF-16). */
function decoded(run: Run, code: Code): string {
  const bytes = code.decode(run.text);
  return bytes.toString(bytes.includes(0) ? "latin1" : "utf8");
}

function placeInRun(
  { code, joined }: JoinedRuns,
  { run, from, to }: { readonly run: Run; readonly from: number; readonly to: number },
): DecodedPlace {
  const text = decoded(run, code);
  const letters = letterText(mappedText(text));
  const first = byteAt(text, letters.starts[from] ?? 0);
  const last = byteAt(text, letters.ends[to - 1] ?? 0);
  const start = run.at + Math.floor(first * code.width);
  const end = Math.min(run.at + Math.ceil(last * code.width), run.at + run.text.length);
  const isSound = start < end;
  return {
    start: joined.starts[isSound ? start : run.at] ?? 0,
    end: joined.ends[(isSound ? end : run.at + run.text.length) - 1] ?? 0,
  };
}

/** What could not be read as UTF-8 is taken for one byte, which is exact enough for a place. */
function byteAt(text: string, unit: number): number {
  return Buffer.byteLength(text.slice(0, unit).replaceAll("\ufffd", "?"));
}
