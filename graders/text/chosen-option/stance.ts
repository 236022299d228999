import type { Content } from "../content-items.ts";
import type { TextRange } from "../text-span.ts";
import { repeatsAsked, type AskedQuestion } from "./asked-question.ts";
import { confirmsOption, leadsToOption, longestCue } from "./cues.ts";
import { isDenial } from "./denial.ts";
import type { Mention } from "./mentions.ts";
import { stretchesOf, type Stretch } from "./stretches.ts";

/** How an answer stands to an option it names. */
export type Stance = "declared" | "named" | "denied" | "asked";

/** The answer, and how to read its denials. */
export interface StanceText {
  readonly answer: string;
  readonly content: Content;
  readonly sentences: readonly TextRange[];
  readonly asked: AskedQuestion;
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
  const judged = judgedMentions(text, mentions, sentence);
  const stances = mentions.map(({ start, end }, index): Stance => {
    const leads = leadsToOption(textBefore(answer, start, sentence));
    const after = answer.slice(end, Math.min(sentence.end, end + longestCue));
    const isExplained = leads && /^[)*_"“”]*:/u.test(after);
    const known = judged[index];
    if (known !== undefined && !isExplained) return known;
    return leads || confirmsOption(after) ? "declared" : "named";
  });
  declareTogether(answer, mentions, stances);
  return stances;
}

/** Up to the start of the sentence, or further when a line such as `Antwort:` leads to it. */
function textBefore(answer: string, start: number, sentence: TextRange): string {
  const inside = answer.slice(Math.max(sentence.start, start - longestCue), start);
  const wide = answer.slice(Math.max(0, start - longestCue), start);
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

/** What the stretches of a sentence say of its mentions; undefined where they only name them. */
function judgedMentions(
  text: StanceText,
  mentions: readonly Mention[],
  sentence: TextRange,
): (Stance | undefined)[] {
  const judged: (Stance | undefined)[] = mentions.map(() => undefined);
  const isAlone = new Set(mentions.map(({ choice }) => choice)).size === 1;
  let waiting: readonly number[] = [];
  let previousDenies = false;
  for (const stretch of stretchesOf(text.answer, mentions, sentence)) {
    const members = [...(stretch.isLed ? waiting : []), ...stretch.members];
    const isList =
      stretch.members.length > 0 && !/\p{L}/u.test(stretch.text.replace(/und|oder/u, ""));
    const isOpen = leavesOpen(stretch.text, previousDenies);
    const stance = isOpen ? "denied" : stanceIn(text, stretch);
    const meant = isAlone && stance === "declared" ? mentions.keys() : members;
    if (stance !== undefined) for (const member of meant) judged[member] = stance;
    waiting = isList ? members : [];
    const namesOpen = stretch.members.some((member) => mentions[member]?.isNegative === true);
    previousDenies = isOpen || isDenial(stretch.text) || namesOpen;
  }
  return judged;
}

function stanceIn({ content, asked }: StanceText, stretch: Stretch): Stance | undefined {
  const denies = isDenial(stretch.text);
  if (directDenial.test(stretch.text)) return "denied";
  const repeated = repeatsAsked(asked, { content, range: stretch });
  if (!asked.isNegative) {
    if (denies) return "denied";
    return repeated === undefined ? undefined : "declared";
  }
  if (repeated !== undefined && denies) return "declared";
  if (repeated === "same") return "denied";
  return rejection.test(stretch.text) ? "denied" : undefined;
}

const directDenial =
  /(?<!\p{L})(?:nicht|weder|noch|keine?[nmrs]?|statt)\s+(?:(?:der|die|das|den|dem|des|option|antwort)\s+)?#/iu;

/** Denies an option also where the question itself denies. */
const rejection =
  /(?<!\p{L})(?:(?:war|waren|ist|sind|wäre) es \p{L}{0,10} ?nicht|scheide[nt]|entfällt|entfallen|ausgeschlossen|falsch|(?:trifft|treffen|stimmt|stimmen|passt|passen|kommt|kommen) \p{L}{0,10} ?nicht|nicht (?:richtig|korrekt|zutreffend))(?!\p{L})/iu;

/** `…, ob es A war`, `es steht nicht fest, dass es A war`: nothing is said of A. */
function leavesOpen(text: string, previousDenies: boolean): boolean {
  return (
    /^\s*ob\s/iu.test(text) || (previousDenies && /^\s*(?:dass|wer|welche[rsnm]?)\s/iu.test(text))
  );
}
