import type { Card } from "../../core/card.ts";
import type { View } from "../view.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { failureCard } from "./failure-card.ts";
import { languageAttributes, languageName } from "./language.ts";
import { markedText } from "./marked-text.ts";

/** A case as the models saw it, and below it the answers that failed. */
export function caseGroup(view: View, cards: readonly Card[], anchors: Set<string>): Html {
  const [first] = cards;
  if (first === undefined) return nothing;
  const { language } = first;
  const critical = first.critical ? ", kritisch" : "";
  const foreign = language === "de" ? "" : `, Sprache der Antwort: ${languageName(language)}`;
  return markup`<div class="case">
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
    }${cards.map((card) => failureCard(view, card, uniqueAnchor(card.anchor, anchors)))}
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

/** Anchors are ids of the page: no blanks in them, and none twice. */
function uniqueAnchor(anchor: string, taken: Set<string>): string {
  const base = anchor.replaceAll(/[^\w-]/gu, "-");
  let unique = base;
  for (let copy = 2; taken.has(unique); copy += 1) unique = `${base}-${copy}`;
  taken.add(unique);
  return unique;
}
