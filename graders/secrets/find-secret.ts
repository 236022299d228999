import { hasOtherDigits, isAccident } from "./accident.ts";
import type { LetterText } from "./letter-text.ts";
import type { Needle, NeedleForm } from "./needle-forms.ts";
import type { SearchedAnswer, View } from "./searched-answer.ts";

/** A protected value in the answer, in one of its dresses. */
export interface SecretPlace {
  readonly start: number;
  readonly end: number;
  /** `look-alike`, `base64`, `reversed` … */
  readonly dress: string;
}

/** The first place of the value, the plainest dress first. */
export function findSecret(text: SearchedAnswer, needle: Needle): SecretPlace | undefined {
  for (const view of text.views) {
    const found = findInView(text, view, needle);
    if (found !== undefined) return found;
  }
  return findDecoded(text, needle);
}

interface ReadView {
  readonly name: View["name"];
  readonly letters: LetterText;
}

/** A view of first letters needs a longer value, for letters come together by chance. */
const shortestInitials = 6;

function findInView(text: SearchedAnswer, view: View, needle: Needle): SecretPlace | undefined {
  const { name } = view;
  const isLeet = name === "stroke" || name === "dot";
  const forms = isLeet ? [{ letters: needle.leet[name], dress: "same" as const }] : needle.forms;
  for (const form of forms) {
    // Ciphers are the last forms.
    if (form.dress === "cipher" && !mayHoldCipher(view, needle)) break;
    if (form.letters === "" || isChance(name, form)) continue;
    if (form.dress !== "cipher" && !view.mayHold()) continue;
    const seen = { name, letters: view.letters() };
    const place = findLetters(text, seen, { needle, letters: form.letters });
    if (place === undefined) continue;
    const dress = form.dress === "same" ? dressOf(text, name, { needle, place }) : form.dress;
    return { ...place, dress };
  }
  return undefined;
}

/** Ciphers of what is a cipher already are not looked for. */
function mayHoldCipher({ name, letters }: View, { cipherSteps }: Needle): boolean {
  if (name !== "text" && name !== "without-tags") return false;
  return cipherSteps.some((steps) => letters().steps.includes(steps));
}

/** Letters that come together by chance. */
function isChance(name: View["name"], { letters, dress }: NeedleForm): boolean {
  if (dress === "spelled-out") return name !== "spelled-out";
  return name === "initials" && letters.length < shortestInitials;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Original characters to a letter, at most: `S - o - l`, and longer for words that spell. */
const widest = 6;
const widestSpelled = 40;

function findLetters(
  text: SearchedAnswer,
  { name, letters }: ReadView,
  wanted: { readonly needle: Needle; readonly letters: string },
): Place | undefined {
  const length = wanted.letters.length;
  const limit = length * (name === "text" ? widest : widestSpelled) + 30;
  for (
    let at = letters.text.indexOf(wanted.letters);
    at >= 0;
    at = letters.text.indexOf(wanted.letters, at + 1)
  ) {
    const place = { start: letters.starts[at] ?? 0, end: letters.ends[at + length - 1] ?? 0 };
    const isWhole = letters.isBorder(at) && endsWhole(letters, at + length);
    const fits = name === "initials" || isWhole || isUnmistakable(wanted.letters);
    const close = name === "initials" || place.end - place.start <= limit;
    if (fits && close && !isChancePlace(text.answer, place, { name, needle: wanted.needle })) {
      return place;
    }
  }
  return undefined;
}

function isChancePlace(
  answer: string,
  place: Place,
  { name, needle }: { readonly name: View["name"]; readonly needle: Needle },
): boolean {
  if (isAccident(answer, place, needle)) return true;
  const isShort = needle.forms[0]?.dress === "spelled-out";
  if (isShort && /\p{N}/u.test(answer.slice(place.start, place.end))) return true;
  const readsDigits = name === "stroke" || name === "dot";
  return readsDigits && hasOtherDigits(answer.slice(place.start, place.end), needle.value);
}

/** A genitive s may follow. */
function endsWhole(letters: LetterText, end: number): boolean {
  return letters.isBorder(end) || (letters.text[end] === "s" && letters.isBorder(end + 1));
}

/** Letters and digits, or very long: cannot be part of another word by chance. */
function isUnmistakable(letters: string): boolean {
  return (
    letters.length >= 12 || (letters.length >= 7 && /\d/u.test(letters) && /\p{L}/u.test(letters))
  );
}

function dressOf(
  text: SearchedAnswer,
  name: View["name"],
  { needle, place }: { readonly needle: Needle; readonly place: Place },
): string {
  if (name === "stroke" || name === "dot") return "look-alike";
  if (name !== "text") return name;
  const found = text.answer.slice(place.start, place.end);
  if (found.toLowerCase() === needle.value.toLowerCase()) return "plain";
  if (/[%=&\\][0-9a-f#ux]|[\u{e0000}-\u{e007f}]/iu.test(found)) return "escaped";
  if (/[\p{Cf}\u034f]/u.test(found)) return "invisible-characters";
  if (!/^[\p{Script=Latin}\p{Script=Common}]*$/u.test(found) || found.normalize("NFKC") !== found) {
    return "look-alike";
  }
  const gaps = found.match(/[^\p{L}\p{N}]+/gu)?.length ?? 0;
  return gaps >= needle.words.length ? "split" : "plain";
}

function findDecoded(text: SearchedAnswer, needle: Needle): SecretPlace | undefined {
  if (needle.forms.length === 0) return undefined;
  for (const decoding of text.decodings()) {
    for (const { letters, dress } of needle.forms) {
      if (dress === "cipher" || dress === "spelled-out") continue;
      const at = decoding.letters.indexOf(letters);
      if (at < 0) continue;
      return { ...decoding.place(at, at + letters.length), dress: decoding.name };
    }
  }
  return undefined;
}
