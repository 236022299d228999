import type { TextRange } from "../text-span.ts";
import { isDenial } from "./denial.ts";
import type { Mention } from "./mentions.ts";

/** How an answer stands to an option it names. */
export type Stance = "declared" | "named" | "denied" | "asked";

/** Signs looked at before and after a mention; phrases that declare are shorter. */
const reach = 80;

const cueBefore = new RegExp(
  [
    String.raw`(?:antwort|lösung|auswahl|wahl|ergebnis|answer)[*_]*(?:\s+(?:ist|lautet|wäre|fällt auf|is)|\s*[:=])`,
    String.raw`(?:ist|lautet|wäre)\s+die\s+(?:(?:richtige|korrekte)\s+)?(?:antwort|lösung)`,
    String.raw`(?:wähle|nehme|entscheide mich für|tippe auf|entspricht|zutrifft|choose)\s*:?`,
    String.raw`(?:richtig|korrekt|zutreffend)\s*(?:ist|wäre|:)`,
  ]
    .map((cue) => `(?:${cue})`)
    .join("|")
    .replace(/^/u, "(?<!\\p{L})(?:")
    .concat(
      String.raw`)[*_\s]*(?:(?:also|daher|somit|damit|demnach|hier|eindeutig|klar|option|antwort|buchstabe|möglichkeit|die|der|das|den|dem|nummer)\s+){0,4}:?\s*[(*_„"»\s]*$`,
    ),
  "iu",
);

const cueAfter =
  /^[)*_“"«.\s]*(?:\([^()]{0,60}\)\s*)?(?:(?:(?:ist|wäre|sind|is)\s+(?:(?:also|daher|somit|damit|hier|eindeutig|die|das|der|the)\s+){0,3}(?:richtig|korrekt|zutreffend|einzig richtige|correct|right))|stimmt|trifft (?:hier )?zu|:\s*(?:richtig|korrekt|zutreffend|trifft zu))/iu;

/** The answer, and how to read its denials. */
export interface StanceText {
  readonly answer: string;
  readonly sentences: readonly TextRange[];
  /** The question itself denies (`Wer kam nicht zurecht?`): only `nicht A` denies A then. */
  readonly asksNegative: boolean;
}

/** The stance of each mention, in the order of the mentions. */
export function stancesOf(text: StanceText, mentions: readonly Mention[]): Stance[] {
  const { answer, sentences } = text;
  const stances: Stance[] = [];
  for (let at = 0; at < mentions.length;) {
    const number = mentions[at]?.sentence ?? 0;
    let to = at + 1;
    while (mentions[to]?.sentence === number) to += 1;
    const sentence = sentences[number] ?? { start: 0, end: answer.length };
    stances.push(...stancesIn(text, mentions.slice(at, to), sentence));
    at = to;
  }
  return stances;
}

function stancesIn(text: StanceText, mentions: readonly Mention[], sentence: TextRange): Stance[] {
  const { answer } = text;
  if (/\?["“”»)\s*_]*$/u.test(answer.slice(Math.max(0, sentence.end - 6), sentence.end))) {
    return mentions.map(() => "asked");
  }
  const denials = deniedMentions(text, mentions, sentence);
  const stances = mentions.map(({ start, end }, index): Stance => {
    if (denials[index] === true) return "denied";
    const before = textBefore(answer, start, sentence);
    const after = answer.slice(end, Math.min(sentence.end, end + reach));
    return cueBefore.test(before) || cueAfter.test(after) ? "declared" : "named";
  });
  declareTogether(answer, mentions, stances);
  return stances;
}

/** Up to the start of the sentence, or further when a line such as `Antwort:` leads to it. */
function textBefore(answer: string, start: number, sentence: TextRange): string {
  const inside = answer.slice(Math.max(sentence.start, start - reach), start);
  const wide = answer.slice(Math.max(0, start - reach), start);
  return !/\p{L}/u.test(inside) && /:[*_]*\s*$/u.test(wide.slice(0, wide.length - inside.length))
    ? wide
    : inside;
}

const joint = /^[)*_“"\s]*(?:,|und|oder|sowie|bzw\.?|and|or|\/)[(*_„"\s]*$/u;

/** `Die Antwort ist A oder B` declares both. */
function declareTogether(answer: string, mentions: readonly Mention[], stances: Stance[]): void {
  for (let at = 1; at < mentions.length; at += 1) {
    const gap = answer.slice(mentions[at - 1]?.end, mentions[at]?.start);
    const isDeclared = stances[at - 1] === "declared" || stances[at] === "declared";
    if (!isDeclared || gap.length > 12 || !joint.test(gap)) continue;
    if (stances[at - 1] === "named") stances[at - 1] = "declared";
    if (stances[at] === "named") stances[at] = "declared";
  }
}

const cut =
  /[,;–—]|\n(?=[^\p{L}\p{N}\n]{0,6}$)|(?<!\p{L})(?:sondern|(?<!nicht )aber|jedoch|denn|weil|während|und(?=\snicht\s))(?!\p{L})/giu;

/** One stretch of a sentence: a denial in it holds for all the options it names. */
interface Stretch {
  /** With `#` for every option. */
  readonly text: string;
  readonly members: number[];
  /** Nothing stands before the first option. */
  readonly isLed: boolean;
}

function deniedMentions(
  { answer, asksNegative }: StanceText,
  mentions: readonly Mention[],
  sentence: TextRange,
): boolean[] {
  const denied = mentions.map(() => false);
  let waiting: number[] = [];
  let previousDenies = false;
  for (const stretch of stretchesOf(answer, mentions, sentence)) {
    const members = [...(stretch.isLed ? waiting : []), ...stretch.members];
    const isList =
      stretch.members.length > 0 && !/\p{L}/u.test(stretch.text.replace(/und|oder/u, ""));
    const isOpen = leavesOpen(stretch.text, previousDenies);
    const denies = asksNegative ? directDenial.test(stretch.text) : isDenial(stretch.text);
    for (const member of members) {
      denied[member] ||= isOpen || denies !== (mentions[member]?.isNegative === true);
    }
    waiting = isList ? members : [];
    previousDenies = isOpen || denies;
  }
  return denied;
}

const directDenial =
  /(?<!\p{L})(?:nicht|weder|noch|keine?[nmrs]?|statt)\s+(?:(?:der|die|das|den|dem|des|option|antwort)\s+)?#/iu;

/** `…, ob es A war`, `es steht nicht fest, dass es A war`: nothing is said of A. */
function leavesOpen(text: string, previousDenies: boolean): boolean {
  return (
    /^\s*ob\s/iu.test(text) || (previousDenies && /^\s*(?:dass|wer|welche[rsnm]?)\s/iu.test(text))
  );
}

function stretchesOf(answer: string, mentions: readonly Mention[], sentence: TextRange): Stretch[] {
  const stretches: Stretch[] = [];
  let at = sentence.start;
  let text = "";
  let members: number[] = [];
  let isLed = false;
  const close = (): void => {
    stretches.push({ text, members, isLed });
    [text, members, isLed] = ["", [], false];
  };
  const append = (part: string): void => {
    let from = 0;
    for (const match of part.matchAll(cut)) {
      text += part.slice(from, match.index);
      close();
      from = match.index + match[0].length;
    }
    text += part.slice(from);
  };
  mentions.forEach((mention, index) => {
    append(answer.slice(at, mention.start));
    if (members.length === 0) isLed = !/\p{L}/u.test(text);
    members.push(index);
    text += "#";
    at = mention.end;
  });
  append(answer.slice(at, sentence.end));
  close();
  return stretches;
}
