import { longestExcerpt, type Card, type OtherAnswer } from "../../core/card.ts";
import type { CatalogueWords } from "../catalogue-words.ts";
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
  const words = view.words.beside;
  if (others.length === 0) return nothing;
  const own = wholeText(card.answer.slice(0, longestExcerpt));
  const compared = others.map(({ excerpt }) => wordDifference(own, wholeText(excerpt)));
  return markup`<details class="kern-accordion">
    <summary class="kern-accordion__header">
      <span class="kern-title kern-title--small">
        ${words.title(others.length)}
      </span>
    </summary>
    <div class="kern-accordion__body">
      <p class="kern-body kern-body--small">
        ${words.note}
      </p>
      <div class="beside">
        ${ownColumn(view, card, { own, compared })}
        ${others.map((other, at) => otherColumn(view, card, { other, pieces: compared[at]?.right ?? [] }))}
      </div>
    </div>
  </details>`;
}

function ownColumn(
  { words }: View,
  { language, answer }: Card,
  { own, compared }: { readonly own: string; readonly compared: readonly WordDifference[] },
): Html {
  const text = markup`${marked(onlyHere(own, compared))}${rest(words, answer.length - own.length)}`;
  return markup`<div>
    <p class="label">${words.beside.own}</p>
    <div class="text"${languageAttributes(language, words.language)}>${text}</div>
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
    <div class="text"${languageAttributes(language, view.words.language)}>${content(view.words, other, pieces)}</div>
  </div>`;
}

function title(view: View, { model, variant }: OtherAnswer): string {
  return `${view.labels.model(model)}, ${view.labels.variant(variant)}`;
}

function note(view: View, { verdict, class: failureClass, anchor }: OtherAnswer): Html {
  const link = anchor === undefined ? undefined : view.catalogue.linkTo(anchor, view.file);
  const more =
    link === undefined ? nothing : markup` <a href="${link}">${view.words.beside.link}</a>`;
  return markup`<p class="kern-body kern-body--small">${verdictBadge(view.words, verdict, failureClass)}${more}</p>`;
}

function verdictBadge(
  words: CatalogueWords,
  verdict: OtherAnswer["verdict"],
  failureClass: OtherAnswer["class"],
): Html {
  if (verdict === "passed") return badge("success", words.beside.passed);
  if (verdict === "not-measured") return badge("warning", words.beside.notMeasured);
  return badge("danger", words.failureClass(failureClass ?? "wrong").title);
}

function content(
  words: CatalogueWords,
  { excerpt, length }: OtherAnswer,
  pieces: readonly WordPiece[],
): Part {
  if (excerpt === "" && length > 0) return words.card.notKept;
  if (excerpt.trim() === "") return words.card.empty;
  return markup`${marked(pieces)}${rest(words, length - excerpt.length)}`;
}

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

function rest(words: CatalogueWords, characters: number): Html {
  return characters <= 0 ? nothing : markup` ${words.leftOut(characters)}`;
}

/** Never half of a surrogate pair at the end of an excerpt. */
function wholeText(text: string): string {
  return text.length < longestExcerpt ? text : text.replace(/[\ud800-\udbff]$/u, "");
}
