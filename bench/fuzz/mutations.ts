import fc from "fast-check";

/** Pieces that readers of YAML, CSV, JSON and journals have stumbled over, here or elsewhere. */
const pieces: readonly string[] = [
  "\u0000",
  "[".repeat(200),
  "{a: ".repeat(100),
  "- ".repeat(200),
  "&a [*a]",
  "*e",
  "&e ",
  "<<: *e",
  "!!js/function 'x'",
  "!!binary aGk=",
  "---\n",
  "...\n",
  "%YAML 9.9\n",
  "? ",
  ": ",
  "|2-\n",
  "\t",
  '"',
  '""',
  "'",
  ";",
  ",".repeat(300),
  "\r",
  "\r\n",
  "\n\n\n",
  "\uFEFF",
  "\u2028",
  "\u202E",
  "\u0301".repeat(100),
  "x".repeat(70_000),
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "null",
  "true",
  "NaN",
  "-0",
  "1e999",
  "9".repeat(400),
  "{}",
  "[]",
  '{"error":"x"}',
  "\\ud800",
  "\\u0000",
  "sep=;\n",
  "sep=\n",
  "data: [DONE]\n\n",
  "../../../../etc/passwd",
  "${7*7}{{7*7}}",
];

type Mutation = (bytes: Uint8Array) => Uint8Array;

/** A place in a file of any length, from 0 to 1. */
const place = fc.double({ min: 0, max: 1, noNaN: true });

const inserted: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.constantFrom(...pieces).map((piece) => Buffer.from(piece)),
  fc.uint8Array({ minLength: 1, maxLength: 8 }),
);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, inserted).map(([at, piece]) => (bytes: Uint8Array) => {
    const cut = Math.floor(at * bytes.length);
    return Buffer.concat([bytes.subarray(0, cut), piece, bytes.subarray(cut)]);
  }),
  fc.tuple(place, inserted).map(([at, piece]) => (bytes: Uint8Array) => {
    const cut = Math.floor(at * bytes.length);
    return Buffer.concat([bytes.subarray(0, cut), piece, bytes.subarray(cut + piece.length)]);
  }),
  fc.tuple(place, fc.integer({ min: 0, max: 7 })).map(([at, bit]) => (bytes: Uint8Array) => {
    const copy = Uint8Array.from(bytes);
    const cut = Math.min(copy.length - 1, Math.floor(at * copy.length));
    if (cut >= 0) copy[cut] = (copy[cut] ?? 0) ^ (1 << bit);
    return copy;
  }),
  fc.tuple(place, place).map(([from, to]) => (bytes: Uint8Array) => {
    const [start, end] = [from, to]
      .toSorted((a, b) => a - b)
      .map((at) => Math.floor(at * bytes.length));
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
  }),
  fc
    .tuple(place, place, fc.integer({ min: 2, max: 5 }))
    .map(([from, to, times]) => (bytes: Uint8Array) => {
      const [start, end] = [from, to]
        .toSorted((a, b) => a - b)
        .map((at) => Math.floor(at * bytes.length));
      const slice = bytes.subarray(start, end);
      return Buffer.concat([
        bytes.subarray(0, end),
        ...Array.from({ length: times }, () => slice),
        bytes.subarray(end),
      ]);
    }),
);

/** Sound files with one to six faults, and now and then something that was never a file of the kind. */
export function faultyBytes(seeds: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const fromSeeds = fc
    .tuple(fc.constantFrom(...seeds), fc.array(mutation, { minLength: 1, maxLength: 6 }))
    .map(([seed, mutations]) => mutations.reduce((bytes, change) => change(bytes), seed));
  return fc.oneof({ arbitrary: fromSeeds, weight: 19 }, { arbitrary: fc.uint8Array(), weight: 1 });
}
