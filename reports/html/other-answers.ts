import { longestExcerpt, type Card, type OtherAnswer } from "../../core/card.ts";
import { failureClassLabel } from "../labels.ts";
import { counted } from "../sentences/counted.ts";
import type { View } from "../view.ts";
import { wordDifference, type WordDifference, type WordPiece } from "../word-difference.ts";
import { markup, nothing, type Html, type Part } from "./escape.ts";
import { languageAttributes } from "./language.ts";
import { badge } from "./notice.ts";

/**
 * The failed answer beside what other models, or the same one under another prompt, said to the
 * same input; words that only one side has are underlined.
 */
export function otherAnswers(view: View, card: Card): Html {
  const { others } = card;
  if (others.length === 0) return nothing;
  const own = wholeText(card.answer.slice(0, longestExcerpt));
  const compared = others.map(({ excerpt }) => wordDifference(own, wholeText(excerpt)));
  return markup`<details class="kern-accordion">
    <summary class="kern-accordion__header">
      <span class="kern-title kern-title--small">
        Zum Vergleich: ${counted(others.length, "other-answer")} auf denselben Fall
      </span>
    </summary>
    <div class="kern-accordion__body">
      <p class="kern-body kern-body--small">
        Unterstrichen sind links Wörter, die in keiner der anderen Antworten an dieser Stelle
        stehen, daneben Wörter, die in der beanstandeten Antwort dort fehlen.
      </p>
      <div class="beside">
        ${ownColumn(card, own, compared)}
        ${others.map((other, at) => otherColumn(view, card, { other, pieces: compared[at]?.right ?? [] }))}
      </div>
    </div>
  </details>`;
}

function ownColumn(
  { language, answer }: Card,
  own: string,
  compared: readonly WordDifference[],
): Html {
  const text = markup`${marked(onlyHere(own, compared))}${rest(answer.length - own.length)}`;
  return markup`<div>
    <p class="label">Diese Antwort</p>
    <div class="text"${languageAttributes(language)}>${text}</div>
  </div>`;
}

function otherColumn(
  view: View,
  { language }: Card,
  { other, pieces }: { readonly other: OtherAnswer; readonly pieces: readonly WordPiece[] },
): Html {
  return markup`<div>
    <p class="label">${title(view, other)}</p>
    ${note(view, other)}
    <div class="text"${languageAttributes(language)}>${content(other, pieces)}</div>
  </div>`;
}

function title(view: View, { model, variant }: OtherAnswer): string {
  return `${view.labels.model(model)}, ${view.labels.variant(variant)}`;
}

function note(view: View, { verdict, class: failureClass, anchor }: OtherAnswer): Html {
  const link = anchor === undefined ? undefined : view.catalogue.linkTo(anchor, view.file);
  const more = link === undefined ? nothing : markup` <a href="${link}">zu dieser Antwort</a>`;
  return markup`<p class="kern-body kern-body--small">${verdictBadge(verdict, failureClass)}${more}</p>`;
}

function verdictBadge(verdict: OtherAnswer["verdict"], failureClass: OtherAnswer["class"]): Html {
  if (verdict === "passed") return badge("success", "bestanden");
  if (verdict === "not-measured") return badge("warning", "nicht beurteilt");
  return badge("danger", failureClassLabel(failureClass ?? "wrong").title);
}

function content({ excerpt, length }: OtherAnswer, pieces: readonly WordPiece[]): Part {
  if (excerpt === "" && length > 0) return notKept;
  if (excerpt.trim() === "") return "Die Antwort ist leer.";
  return markup`${marked(pieces)}${rest(length - excerpt.length)}`;
}

/** What stands where an answer was not kept. */
export const notKept = "Die Antwort wurde nicht aufbewahrt.";

/** Words of the failed answer that every other answer lacks. */
function onlyHere(own: string, compared: readonly WordDifference[]): WordPiece[] {
  const flags = compared.map(({ left }) => ownFlags(own.length, left));
  const alone = (at: number): boolean => flags.every((flag) => flag[at] === 1);
  const pieces: WordPiece[] = [];
  let start = 0;
  for (let at = 1; at <= own.length; at += 1) {
    if (at < own.length && alone(at) === alone(start)) continue;
    pieces.push({ text: own.slice(start, at), own: alone(start) });
    start = at;
  }
  return pieces;
}

/** 1 for every code unit of a word that the other text lacks. */
function ownFlags(length: number, pieces: readonly WordPiece[]): Uint8Array {
  const flags = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    if (piece.own) flags.fill(1, at, at + piece.text.length);
    at += piece.text.length;
  }
  return flags;
}

function marked(pieces: readonly WordPiece[]): Html {
  return markup`${pieces.map(({ text, own }) => (own ? markup`<u class="only">${text}</u>` : text))}`;
}

function rest(characters: number): Html {
  if (characters <= 0) return nothing;
  return markup`<span class="gap" lang="de"> [… ${counted(characters, "character")} ausgelassen]</span>`;
}

/** Never half of a surrogate pair at the end of an excerpt. */
function wholeText(text: string): string {
  return text.length < longestExcerpt ? text : text.replace(/[\ud800-\udbff]$/u, "");
}
