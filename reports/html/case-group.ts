import type { Card } from "../../core/card.ts";
import type { CatalogueWords } from "../catalogue-words.ts";
import type { View } from "../view.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { failureCard } from "./failure-card.ts";
import { languageAttributes } from "./language.ts";
import { markedText } from "./marked-text.ts";

/** Cards by case and input: answers to the same text stand together, below one question. */
export function caseGroups(view: View, cards: readonly Card[]): Html {
  const groups = [...Map.groupBy(cards, groupKey).values()];
  return markup`<div class="cases">${groups.map((group) => caseGroup(view, group))}</div>`;
}

function groupKey(card: Card): string {
  return JSON.stringify([card.case, card.input]);
}

/** A case as the models saw it, and below it the answers that failed. */
function caseGroup(view: View, cards: readonly Card[]): Html {
  const [first] = cards;
  if (first === undefined) return nothing;
  const { words } = view;
  const own = { words, language: first.language };
  return markup`<div class="case" data-fall="${first.case}">
    <h4 class="kern-heading-small">${words.card.case} ${first.case}</h4>
    <p class="kern-body kern-body--small kern-body--muted">
      ${words.card.facts(first, view.labels.input(first.input))}
    </p>
    ${textBlock(words.card.question, first.question, own)}
    ${textBlock(words.card.reference, first.reference, own)}
    ${disclosure(words.card.text, first.text, { words, language: "de" })}
    ${
      first.source === undefined
        ? nothing
        : markup`<p class="kern-body kern-body--small kern-body--muted">${words.card.source}: ${words.quoted(first.source)}</p>`
    }${cards.map((card) => failureCard(view, card))}
  </div>`;
}

/** In which language a text is, and in which one the report speaks of it. */
interface TextLanguage {
  readonly words: CatalogueWords;
  readonly language: string;
}

function textBlock(title: string, text: string | undefined, as: TextLanguage): Html {
  if (text === undefined) return nothing;
  return markup`<p class="label">${title}</p>
    <div class="text"${languageAttributes(as.language, as.words.language)}>${markedText(text, [], as.words.leftOut)}</div>`;
}

function disclosure(title: string, text: string | undefined, as: TextLanguage): Html {
  if (text === undefined) return nothing;
  return markup`<details class="kern-accordion">
    <summary class="kern-accordion__header">
      <span class="kern-title kern-title--small">${title}</span>
    </summary>
    <div class="kern-accordion__body">
      <div class="text"${languageAttributes(as.language, as.words.language)}>${markedText(text, [], as.words.leftOut)}</div>
    </div>
  </details>`;
}
