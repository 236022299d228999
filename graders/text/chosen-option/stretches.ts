import type { TextRange } from "../text-span.ts";
import type { Mention } from "./mentions.ts";

/** One stretch of a sentence: a denial in it holds for all the options it names. */
export interface Stretch extends TextRange {
  /** With `#` for every option. */
  readonly text: string;
  readonly members: readonly number[];
  /** Nothing stands before the first option. */
  readonly isLed: boolean;
}

const cut =
  /[,;–—]|\((?=(?:also |und )?(?:nicht|statt|keine?[nmrs]?)\s)|\n(?=[^\p{L}\p{N}\n]{0,6}$)|(?<!\p{L})(?:sondern|(?<!nicht )aber|jedoch|denn|weil|während|und(?=\snicht\s))(?!\p{L})/giu;

/** A sentence cut at its signs and at `sondern`, `aber`, `weil`, with the numbers of its mentions. */
export function stretchesOf(
  answer: string,
  mentions: readonly Mention[],
  sentence: TextRange,
): Stretch[] {
  const stretches: Stretch[] = [];
  let [at, start] = [sentence.start, sentence.start];
  let text = "";
  let members: number[] = [];
  let isLed = false;
  const close = (end: number): void => {
    stretches.push({ text, members, isLed, start, end });
    [text, members, isLed, start] = ["", [], false, end];
  };
  const append = (to: number): void => {
    const part = answer.slice(at, to);
    let from = 0;
    for (const match of part.matchAll(cut)) {
      text += part.slice(from, match.index);
      close(at + match.index);
      from = match.index + match[0].length;
    }
    text += part.slice(from);
  };
  mentions.forEach((mention, index) => {
    append(mention.start);
    if (members.length === 0) isLed = !/\p{L}/u.test(text);
    members.push(index);
    text += "#";
    at = mention.end;
  });
  append(sentence.end);
  close(sentence.end);
  return stretches;
}
