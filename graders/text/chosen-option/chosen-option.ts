import { closedAnswer } from "../closed-answer.ts";
import { readContent } from "../content-items.ts";
import type { TextRange } from "../text-span.ts";
import { readAsked } from "./asked-question.ts";
import { indexOfChoice, type Choice } from "./choices.ts";
import { findMentions, type Mention } from "./mentions.ts";
import { splitAtLetters } from "./letter-sentences.ts";
import { restatedList } from "./restated-list.ts";
import { stancesOf, type Stance } from "./stance.ts";
import words from "./words.json" with { type: "json" };

/** Which option an answer chose, or why that is open. */
export type ChosenOption =
  | { readonly status: "chosen"; readonly choice: number; readonly place: TextRange }
  | { readonly status: "several"; readonly places: readonly TextRange[] }
  | { readonly status: "none"; readonly places: readonly TextRange[] };

/** A mention with its stance. */
interface Judged extends Mention {
  readonly stance: Stance;
}

/**
 * Reads which option an answer really chose. In this order: the answer is nothing but an option; it
 * declares one (`Die richtige Antwort ist B`, `B trifft zu`, the conclusion if it declares
 * several) or says of one what was asked; it begins with one; it marks one in the repeated list; one
 * stands on a line of its own; it names a single one without denying it. Letter and text of different options side by side leave it open.
 * `question` tells whether a denial belongs to what was asked (`Wer kam nicht zurecht?`).
 */
export function chosenOption(
  answer: string,
  choices: readonly Choice[],
  question = "",
): ChosenOption {
  const whole = wholeAnswer(answer, choices);
  if (whole !== undefined) return whole;
  const content = readContent(answer);
  const { mentions, sentences } = splitAtLetters(content, findMentions(content, choices));
  const asked = readAsked(question, choices);
  const stances = stancesOf({ answer, content, sentences, asked }, mentions);
  const judged = mentions.map((mention, index): Judged => {
    return { ...mention, stance: stances[index] ?? "named" };
  });
  const list = restatedList(
    answer,
    judged.filter(({ stance }) => stance === "named"),
  );
  const free = judged.filter((mention) => !list.members.has(mention));
  const declared = free.filter(({ stance }) => stance === "declared");
  const affirmed = free.filter(({ stance }) => stance === "named" || stance === "declared");
  if (declared.length > 0) return single(declared) ?? concluded(answer, declared, sentences);
  const opening = affirmed.filter((mention) => isOpening(answer, mention));
  return (
    single(opening) ??
    single(list.marked) ??
    single(affirmed.filter((mention) => isOnOwnLine(answer, mention))) ??
    single(affirmed) ??
    undecided(affirmed.length > 0 ? affirmed : judged)
  );
}

function wholeAnswer(answer: string, choices: readonly Choice[]): ChosenOption | undefined {
  const place = closedAnswer(answer);
  if (place.end - place.start > 400) return undefined;
  const choice = indexOfChoice(choices, answer.slice(place.start, place.end));
  return choice < 0 ? undefined : { status: "chosen", choice, place };
}

/** The option if all mentions are of one; open when a letter stands beside a foreign text. */
function single(mentions: readonly Mention[]): ChosenOption | undefined {
  const [first] = mentions;
  if (first === undefined) return undefined;
  if (mentions.some(({ isTorn }) => isTorn)) return { status: "several", places: mentions };
  const isOne = mentions.every(({ choice }) => choice === first.choice);
  return isOne ? { status: "chosen", choice: first.choice, place: first } : undefined;
}

const conclusion = new RegExp(`(?<!\\p{L})(?:${words.conclusion.join("|")})(?!\\p{L})`, "iu");

function concluded(
  answer: string,
  declared: readonly Judged[],
  sentences: readonly TextRange[],
): ChosenOption {
  const last = declared.filter(({ sentence }) => {
    const { start = 0, end = 0 } = sentences[sentence] ?? {};
    return conclusion.test(answer.slice(start, Math.min(end, start + 400)));
  });
  return single(last) ?? { status: "several", places: declared };
}

/** Nothing but marks stands before it, and a mark, a line end or nothing behind it. */
function isOpening(answer: string, { start, end }: Mention): boolean {
  if (start > 20 || /[\p{L}\p{N}]/u.test(answer.slice(0, start))) return false;
  return /^[)*_“"\]]*(?:$|\s*[.,;:!\n–—-]|\s*\()/u.test(answer.slice(end, end + 12));
}

/** `**B) Bürgeramt**` with nothing else on its line. */
function isOnOwnLine(answer: string, { start, end }: Mention): boolean {
  const before = answer.slice(Math.max(0, start - longestMargin), start);
  const behind = answer.slice(end, end + longestMargin);
  return /(?:^|\n)[^\p{L}\p{N}\n]*$/u.test(before) && /^[^\p{L}\p{N}\n]*(?:\n|$)/u.test(behind);
}

/** Signs around an option on a line of its own. */
const longestMargin = 12;

function undecided(mentions: readonly Judged[]): ChosenOption {
  const affirmed = mentions.filter(({ stance }) => stance !== "denied" && stance !== "asked");
  const several = new Set(affirmed.map(({ choice }) => choice)).size > 1;
  return { status: several ? "several" : "none", places: mentions };
}
