import { lettersIn, letterText } from "./letter-text.ts";
import { mappedText, replaceMapped, type MappedText } from "./mapped-text.ts";

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
    const joined = replaceMapped(source, code.between, () => "");
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

interface Run {
  readonly at: number;
  readonly text: string;
}

function decodeRuns(
  joined: MappedText,
  code: Code,
  { runs, start }: { readonly runs: readonly Run[]; readonly start: number },
): Decoding {
  const cut = runs.map(({ at, text }) => ({ at: at + start, text: text.slice(start) }));
  const letters = decodedTexts(cut, code).map((text) => `${lettersIn(text)}\n`);
  return {
    name: code.name,
    letters: letters.join(""),
    place: (from, to) => {
      let before = 0;
      let number = 0;
      while (before + (letters[number]?.length ?? 0) <= from) {
        before += letters[number]?.length ?? Number.POSITIVE_INFINITY;
        number += 1;
      }
      const run = cut[number] ?? { at: 0, text: "" };
      return placeInRun(joined, code, { run, from: from - before, to: to - before });
    },
  };
}

/** What the runs say; those of base64, of which every text has hundreds, in one go. */
function decodedTexts(runs: readonly Run[], code: Code): string[] {
  const together = code.name === "base64" ? decodedTogether(runs) : undefined;
  return together ?? runs.map((run) => decoded(run, code).replaceAll("\u0000", ""));
}

/** With zeros between the runs; undefined when a run holds a zero itself. */
function decodedTogether(runs: readonly Run[]): string[] | undefined {
  const bytes = Buffer.alloc(runs.reduce((sum, { text }) => sum + text.length + 1, 0));
  let length = 0;
  for (const { text } of runs) length += bytes.write(text, length, "base64") + 1;
  let zeros = 0;
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros += 1;
  if (zeros > runs.length) return undefined;
  return bytes.toString("utf8", 0, length - 1).split("\u0000");
}

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
