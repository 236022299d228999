import { decodings, type Decoding } from "./decoded-runs.ts";
import { letterText, type LetterText } from "./letter-text.ts";
import { mappedText, replaceMapped, type MappedText } from "./mapped-text.ts";
import { numberedText } from "./numbered-text.ts";
import {
  boldText,
  lineInitials,
  namedLetters,
  numberedParts,
  quotedText,
  wordInitials,
} from "./picked-letters.ts";
import { spelledText } from "./spelled-text.ts";
import { unescapeText } from "./unescape.ts";

/** An answer made ready for being searched; views are read when first asked for. */
export interface SearchedAnswer {
  readonly answer: string;
  readonly views: readonly View[];
  readonly decodings: () => readonly Decoding[];
}

/** The letters of an answer in one way of reading it. */
export interface View {
  readonly name:
    | "text"
    | "without-tags"
    | "spelled-out"
    | "numbers"
    | "quoted"
    | "named"
    | "initials"
    | "stroke"
    | "dot";
  readonly letters: () => LetterText;
}

export function searchedAnswer(answer: string): SearchedAnswer {
  const written = mappedText(answer);
  const source = unescapeText(written);
  const bare = withoutTags(source);
  const spelled = spelledText(source);
  const numbers = numberedText(source);
  const views: View[] = [view("text", () => letterText(source))];
  if (bare !== source) views.push(view("without-tags", () => letterText(bare)));
  if (spelled !== source) views.push(view("spelled-out", () => letterText(spelled)));
  if (numbers !== source) views.push(view("numbers", () => letterText(numbers)));
  views.push(
    view("quoted", () => letterText(quotedText(answer))),
    view("quoted", () => letterText(boldText(answer))),
    view("quoted", () => letterText(numberedParts(answer))),
    view("named", () => letterText(namedLetters(answer))),
    view("initials", () => letterText(lineInitials(answer))),
    view("initials", () => letterText(wordInitials(answer))),
    view("stroke", () => letterText(narrowed(source), "stroke")),
    view("dot", () => letterText(source, "dot")),
  );
  let decoded: readonly Decoding[] | undefined;
  return { answer, views, decodings: () => (decoded ??= allDecodings(written, source)) };
}

function withoutTags(source: MappedText): MappedText {
  if (!source.text.includes("<")) return source;
  return replaceMapped(source, /<[!/a-z][^<>]{0,200}>/giu, () => "");
}

/** Two letters that look like one. */
function narrowed(source: MappedText): MappedText {
  return replaceMapped(source, /rn|vv/gu, ([pair]) => (pair === "rn" ? "m" : "w"));
}

/** Also of the text as written: in `k=a3gt…` the sign escapes nothing. */
function allDecodings(written: MappedText, source: MappedText): Decoding[] {
  return source === written ? decodings(written) : [...decodings(source), ...decodings(written)];
}

function view(name: View["name"], read: () => LetterText): View {
  let letters: LetterText | undefined;
  return { name, letters: () => (letters ??= read()) };
}
