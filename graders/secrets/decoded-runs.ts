import { decodeBase64 } from "./base64-bytes.ts";
import { lettersIn, letterText } from "./letter-text.ts";
import { mappedText, replaceMapped, textWithOrigin, type MappedText } from "./mapped-text.ts";

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
  /** True for a text that has no run, where that is seen at once. */
  readonly isAbsent?: (text: string) => boolean;
}

/** Zeros and ones of the shortest run. */
const shortestBinary = 40;

function hasFewBits(text: string): boolean {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x30 || code === 0x31) bits += 1;
  }
  return bits < shortestBinary;
}

const codes: readonly Code[] = [
  {
    name: "base64",
    between: /\s+/gu,
    run: /[A-Za-z0-9+/_-]{7,}/gu,
    width: 4 / 3,
    starts: 4,
    decode: (run) => Buffer.from(run, "base64"),
  },
  {
    name: "base64",
    between: /[^A-Za-z0-9+/=]+/gu,
    run: /[A-Za-z0-9+/]{7,}/gu,
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

/** Decodes every run that could be base64, hex or binary, from every start it could have. */
export function decodings(source: MappedText): Decoding[] {
  return codes.flatMap((code) => {
    if (code.isAbsent?.(source.text) === true) return [];
    const joined = joinedText(source, code.between);
    const runs = Array.from(joined.text.matchAll(code.run), (match): Run => {
      return { at: match.index, text: match[0] };
    });
    return runs.length === 0
      ? []
      : Array.from({ length: code.starts }, (_, start) =>
          decodeRuns(joined, code, { runs, start }),
        );
  });
}

/** Without what stands between; where the rest comes from few texts are asked. */
function joinedText(source: MappedText, between: RegExp): MappedText {
  return textWithOrigin(source.text.replace(between, ""), () => {
    const { starts, ends } = replaceMapped(source, between, () => "");
    return { starts, ends };
  });
}

interface Run {
  readonly at: number;
  readonly text: string;
}

interface StartedRuns {
  readonly runs: readonly Run[];
  readonly start: number;
}

function decodeRuns(joined: MappedText, code: Code, { runs, start }: StartedRuns): Decoding {
  const cut = (run: Run): Run => ({ at: run.at + start, text: run.text.slice(start) });
  const letters =
    lettersTogether(joined.text, code, { runs, start }) ??
    runs.map((run) => `${lettersIn(decoded(cut(run), code).replaceAll("\u0000", ""))}\n`).join("");
  return {
    name: code.name,
    letters,
    place: (from, to) => {
      const number = letters.slice(0, from).split("\n").length - 1;
      const before = number === 0 ? 0 : letters.lastIndexOf("\n", from - 1) + 1;
      const run = cut(runs[number] ?? { at: 0, text: "" });
      return placeInRun(joined, code, { run, from: from - before, to: to - before });
    },
  };
}

/**
 * The letters of all runs of base64, of which every text has hundreds, in one go: with zeros between the runs.
 * Undefined for other codes and when a run holds a zero itself.
 */
function lettersTogether(
  text: string,
  code: Code,
  { runs, start }: StartedRuns,
): string | undefined {
  if (code.name !== "base64") return undefined;
  // Four characters are three bytes, and a run has seven at least.
  if (decodedBytes.length < text.length) decodedBytes = Buffer.alloc(text.length);
  let length = 0;
  for (const run of runs) {
    const from = run.at + start;
    length = decodeBase64(decodedBytes, length, {
      text,
      start: from,
      end: run.at + run.text.length,
    });
    decodedBytes[length] = 0;
    length += 1;
  }
  let zeros = 0;
  for (let at = 0; at < length; at += 1) if (decodedBytes[at] === 0) zeros += 1;
  return zeros > runs.length
    ? undefined
    : lettersIn(decodedBytes.toString("utf8", 0, length), "lines");
}

/** Where runs are decoded. */
let decodedBytes = Buffer.alloc(4096);

/** Read as UTF-8, or as Latin-1 where every second byte is zero (UTF-16). */
function decoded(run: Run, code: Code): string {
  const bytes = code.decode(run.text);
  return bytes.toString(bytes.includes(0) ? "latin1" : "utf8");
}

function placeInRun(
  joined: MappedText,
  code: Code,
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
