import type { Card } from "../core/card.ts";
import type { Findings } from "../core/findings.ts";
import { maskCharacter } from "./anonymise/mask-names.ts";

/** Passages of a text that are blackened. Offsets are UTF-16 code units. */
export type FindPassages = (
  text: string,
  place: { readonly suite: string; readonly case: string },
) => readonly { readonly start: number; readonly end: number }[];

/**
 * Blackens passages in all texts of findings and cards that come from answers or cases. Every text
 * keeps its length, so that marked passages stay where they are. A value that is blackened in one text
 * of a card is blackened in its reasons too, also where a reason cuts it off.
 */
export function maskTexts(
  { findings, cards }: { readonly findings: Findings; readonly cards: readonly Card[] },
  find: FindPassages,
): { readonly findings: Findings; readonly cards: Card[] } {
  const masked = cards.map((card) => maskCard(card, find));
  const reasons = new Map(masked.map(({ card, main }) => [card.anchor, main]));
  const maskReason = <Row extends { anchor: string; suite: string; case: string; reason: string }>(
    row: Row,
  ): Row => ({ ...row, reason: (reasons.get(row.anchor) ?? blacken(find))(row.reason, row) });
  const { trainingNeed } = findings;
  return {
    cards: masked.map(({ card }) => card),
    findings: {
      ...findings,
      failures: findings.failures.map(maskReason),
      ...(trainingNeed !== undefined && {
        trainingNeed: {
          ...trainingNeed,
          needs: trainingNeed.needs.map((need) => ({
            ...need,
            examples: need.examples.map(maskReason),
          })),
        },
      }),
    },
  };
}

type Place = Parameters<FindPassages>[1];
type Mask = (text: string, place: Place) => string;

function maskCard(card: Card, find: FindPassages): { readonly card: Card; readonly main: Mask } {
  const whole = [card.answer, card.text, card.question, card.reference].filter(
    (text) => text !== undefined,
  );
  const values = new Set(
    whole.flatMap((text) => find(text, card).map(({ start, end }) => text.slice(start, end))),
  );
  const mask = blacken(find);
  const main: Mask = (text, place) => withoutValues(mask(text, place), values);
  const text = (part: string): string => main(part, card);
  return {
    main,
    card: {
      ...card,
      ...Object.fromEntries(
        (["question", "text", "reference", "source"] as const).flatMap((key) =>
          card[key] === undefined ? [] : [[key, text(card[key])]],
        ),
      ),
      answer: text(card.answer),
      reasons: card.reasons.map(({ grader, reason }) => ({ grader, reason: text(reason) })),
      evidence: card.evidence.map((span) => ({ ...span, quote: text(span.quote) })),
      others: card.others.map((other) => ({ ...other, excerpt: text(withoutCutEnd(other)) })),
    },
  };
}

/** Where an excerpt is cut off in the middle of a value, no recogniser sees it. */
function withoutCutEnd({ excerpt, length }: Card["others"][number]): string {
  if (length <= excerpt.length) return excerpt;
  const safe = Math.max(0, excerpt.length - longestValue);
  return excerpt.slice(0, safe) + blackened(excerpt.slice(safe));
}

/** Longest identifier with its gaps, about. */
const longestValue = 40;

function blacken(find: FindPassages): Mask {
  return (text, place) => {
    const units = text.split("");
    for (const { start, end } of find(text, place)) {
      for (let at = start; at < end; at += 1) units[at] = maskedUnit(units[at] ?? "");
    }
    return units.join("");
  };
}

/** Beginnings of a value that are shorter than this do not tell it. */
const shortestBeginning = 4;

/** Takes out values that stand in a text as they are, or with their end cut off. */
function withoutValues(text: string, values: ReadonlySet<string>): string {
  let left = text;
  for (const value of values) {
    left = left.replaceAll(value, blackened);
    if (!left.includes("…")) continue;
    for (let length = value.length - 1; length >= shortestBeginning; length -= 1) {
      const beginning = value.slice(0, length);
      left = left.replaceAll(`${beginning}…`, (found) => `${blackened(found.slice(0, -1))}…`);
    }
  }
  return left;
}

function blackened(text: string): string {
  return text.split("").map(maskedUnit).join("");
}

/** Line breaks stay, so that the text keeps its lines. */
function maskedUnit(unit: string): string {
  return unit === "\n" ? unit : maskCharacter;
}
