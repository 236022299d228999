import type { Card } from "../../core/card.ts";
import type { View } from "../view.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { failureCard } from "./failure-card.ts";
import { languageAttributes, languageName } from "./language.ts";
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
  const { language } = first;
  const critical = first.critical ? ", kritisch" : "";
  const foreign = language === "de" ? "" : `, Sprache der Antwort: ${languageName(language)}`;
  return markup`<div class="case" data-fall="${first.case}">
    <h4 class="kern-heading-small">Fall ${first.case}</h4>
    <p class="kern-body kern-body--small kern-body--muted">
      ${view.labels.input(first.input)}, Schwere ${first.severity} von 4${critical}${foreign}
    </p>
    ${textBlock("Frage", first.question, language)}
    ${textBlock("Musterantwort", first.reference, language)}
    ${disclosure("Ausgangstext", first.text, "de")}
    ${
      first.source === undefined
        ? nothing
        : markup`<p class="kern-body kern-body--small kern-body--muted">Quelle: ${first.source}</p>`
    }${cards.map((card) => failureCard(view, card))}
  </div>`;
}

function textBlock(title: string, text: string | undefined, language: string): Html {
  if (text === undefined) return nothing;
  return markup`<p class="label">${title}</p>
    <div class="text"${languageAttributes(language)}>${markedText(text)}</div>`;
}

function disclosure(title: string, text: string | undefined, language: string): Html {
  if (text === undefined) return nothing;
  return markup`<details class="kern-accordion">
    <summary class="kern-accordion__header">
      <span class="kern-title kern-title--small">${title}</span>
    </summary>
    <div class="kern-accordion__body">
      <div class="text"${languageAttributes(language)}>${markedText(text)}</div>
    </div>
  </details>`;
}
