import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Card } from "../../core/card.ts";
import { failureClasses } from "../../core/failure-class.ts";
import { failureClassLabel } from "../labels.ts";
import type { View } from "../view.ts";
import { markup, nothing, plainText, type Html } from "./escape.ts";
import { severityKey } from "./failure-tally.ts";
import type { PageScript } from "./page.ts";
import { severityName } from "./tally-table.ts";

const source = readFileSync(new URL("../script/filter.js", import.meta.url), "utf8");
const filterScript: PageScript = {
  source,
  hash: `'sha256-${createHash("sha256").update(source).digest("base64")}'`,
};

/** The only script of the report, for pages that have something to filter. */
export function scriptFor(cards: readonly Card[]): PageScript | undefined {
  return cards.length < 2 ? undefined : filterScript;
}

/** What may be chosen in one field. */
interface Field {
  /** Name of the data attribute of a card. */
  readonly key: string;
  readonly title: string;
  readonly choices: readonly (readonly [value: string, name: string])[];
}

/**
 * Filter and order of the cards that follow. Hidden until the script takes the attribute off, so
 * that nobody meets a control that does nothing.
 */
export function filterForm(view: View, cards: readonly Card[]): Html {
  const fields = fieldsOf(view, cards).filter(({ choices }) => choices.length > 1);
  if (scriptFor(cards) === undefined) return nothing;
  return markup`<fieldset class="filter" hidden>
    <legend class="filter__title">Fehlerkatalog filtern und ordnen</legend>
    <div class="filter__fields">
    ${fields.map(field)}
    <div class="filter__field">
      <label for="reihenfolge">Reihenfolge der Fälle</label>
      <select id="reihenfolge" name="reihenfolge">
        <option value="bericht">wie im Bericht, schwere zuerst</option>
        <option value="fall">nach Fall, A bis Z</option>
        <option value="anzahl">meiste Treffer zuerst</option>
      </select>
    </div>
    <button type="button" class="filter__reset">Alle zeigen</button></div>
    <p class="filter__status" role="status"></p>
  </fieldset>`;
}

/** Options hold text only: unseen characters become `[U+…]`, not an element. */
function field({ key, title, choices }: Field): Html {
  return markup`<div class="filter__field">
    <label for="filter-${key}">${title}</label>
    <select id="filter-${key}" name="${key}" data-filter="${key}">
      <option value="">alle</option>
      ${choices.map(([value, name]) => markup`<option value="${value}">${plainText(name)}</option>`)}
    </select>
  </div>`;
}

function fieldsOf({ labels, findings }: View, cards: readonly Card[]): Field[] {
  const classes = new Set(cards.map((card) => card.class));
  const models = new Set(cards.map(({ model }) => model));
  const suites = [...new Set(cards.map(({ suite }) => suite))];
  const variants = [...new Set(cards.map(({ variant }) => variant))].toSorted();
  const severities = [...new Set(cards.map(severityKey))].toSorted().toReversed();
  return [
    {
      key: "befund",
      title: "Befund",
      choices: failureClasses
        .filter((name) => classes.has(name))
        .map((name) => [name, failureClassLabel(name).title]),
    },
    {
      key: "modell",
      title: "Modell",
      choices: findings.models
        .filter(({ id }) => models.has(id))
        .map(({ id }) => [id, labels.model(id)]),
    },
    {
      key: "prompt",
      title: "Prompt",
      choices: variants.map((name) => [name, labels.variant(name)]),
    },
    { key: "aufgabe", title: "Aufgabe", choices: suites.map((name) => [name, labels.suite(name)]) },
    {
      key: "schwere",
      title: "Schwere",
      choices: severities.map((key) => [key, severityName(key)]),
    },
  ];
}
