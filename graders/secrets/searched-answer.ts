import { decodings, type Decoding } from "./decoded-runs.ts";
import { letterText, type LetterText } from "./letter-text.ts";
import { mappedText, replaceMapped, textWithOrigin, type MappedText } from "./mapped-text.ts";
import { numberedText } from "./numbered-text.ts";
import {
  boldText,
  lineInitials,
  namedLetters,
  numberedParts,
  quotedText,
  wordInitials,
} from "./picked-letters.ts";
import { mayHoldForm, type SoughtLetters } from "./sought-letters.ts";
import { spelledText } from "./spelled-text.ts";
import { unitsOf } from "../text/text-units.ts";
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
  /** False if no needle stands in them but, perhaps, as a cipher. */
  readonly mayHold: () => boolean;
}

/** Prepares an answer in which these letters are looked for. */
export function searchedAnswer(answer: string, sought: SoughtLetters): SearchedAnswer {
  const written = mappedText(answer);
  const source = unescapeText(written);
  const bare = withoutTags(source);
  const spelled = spelledText(source);
  const numbers = numberedText(source);
  const views: View[] = [];
  const add = (name: View["name"], read: () => LetterText): void => {
    views.push(new LazyView(name, read, sought));
  };
  add("text", () => letterText(source));
  if (bare !== source) add("without-tags", () => letterText(bare));
  if (spelled !== source) add("spelled-out", () => letterText(spelled));
  if (numbers !== source) add("numbers", () => letterText(numbers));
  add("quoted", () => letterText(quotedText(answer)));
  add("quoted", () => letterText(boldText(answer)));
  add("quoted", () => letterText(numberedParts(answer)));
  add("named", () => letterText(namedLetters(answer)));
  add("initials", () => letterText(lineInitials(answer)));
  add("initials", () => letterText(wordInitials(answer)));
  add("stroke", () => letterText(narrowed(source), "stroke"));
  add("dot", () => letterText(source, "dot"));
  let decoded: readonly Decoding[] | undefined;
  return {
    answer,
    views,
    decodings: () => (decoded ??= allDecodings({ written, source }, sought)),
  };
}

function withoutTags(source: MappedText): MappedText {
  if (!source.text.includes("<")) return source;
  return replaceMapped(source, /<[!/a-z][^<>]{0,200}>/giu, () => "");
}

/** Two letters that look like one. */
function narrowed(source: MappedText): MappedText {
  return textWithOrigin(source.text.replaceAll("rn", "m").replaceAll("vv", "w"), () => {
    return replaceMapped(source, /rn|vv/gu, ([pair]) => (pair === "rn" ? "m" : "w"));
  });
}

/** Also of the text as written: in `k=a3gt…` the sign escapes nothing. */
function allDecodings(
  { written, source }: { readonly written: MappedText; readonly source: MappedText },
  sought: SoughtLetters,
): Decoding[] {
  const all = decodings(source, sought);
  return source === written ? all : [...all, ...decodings(written, sought)];
}

class LazyView implements View {
  readonly name: View["name"];
  readonly #read: () => LetterText;
  readonly #sought: SoughtLetters;
  #letters: LetterText | undefined;
  #mayHold: boolean | undefined;

  constructor(name: View["name"], read: () => LetterText, sought: SoughtLetters) {
    this.name = name;
    this.#read = read;
    this.#sought = sought;
  }

  readonly letters = (): LetterText => (this.#letters ??= this.#read());

  readonly mayHold = (): boolean => (this.#mayHold ??= this.#look());

  #look(): boolean {
    if (this.name === "spelled-out" && this.#sought.isSpelled) return true;
    const { text } = this.letters();
    return mayHoldForm(unitsOf(text), text.length, this.#sought);
  }
}
