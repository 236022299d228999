import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Card } from "../../core/card.ts";
import { failureClasses } from "../../core/failure-class.ts";
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
  /** Language of the names where it is not that of the page. */
  readonly language?: "de" | undefined;
}

/**
 * Filter and order of the cards that follow. Hidden until the script takes the attribute off, so
 * that nobody meets a control that does nothing.
 */
export function filterForm(view: View, cards: readonly Card[]): Html {
  const fields = fieldsOf(view, cards).filter(({ choices }) => choices.length > 1);
  if (scriptFor(cards) === undefined) return nothing;
  const words = view.words.filter;
  return markup`<fieldset class="filter" hidden>
    <legend class="filter__title">${words.title}</legend>
    <div class="filter__fields">
    ${fields.map((one) => field(words.all, one))}
    <div class="filter__field">
      <label for="reihenfolge">${words.order}</label>
      <select id="reihenfolge" name="reihenfolge">
        <option value="bericht">${words.asInReport}</option>
        <option value="fall">${words.byCase}</option>
        <option value="anzahl">${words.byCount}</option>
      </select>
    </div>
    <button type="button" class="filter__reset">${words.reset}</button></div>
    <p class="filter__status" role="status" data-hits="${words.hits}"></p>
  </fieldset>`;
}

/** Options hold text only: unseen characters become `[U+…]`, not an element. */
function field(all: string, { key, title, choices, language }: Field): Html {
  const own = language === undefined ? nothing : markup` lang="${language}"`;
  return markup`<div class="filter__field">
    <label for="filter-${key}">${title}</label>
    <select id="filter-${key}" name="${key}" data-filter="${key}">
      <option value="">${all}</option>
      ${choices.map(([value, name]) => markup`<option value="${value}"${own}>${plainText(name)}</option>`)}
    </select>
  </div>`;
}

function fieldsOf({ labels, findings, words }: View, cards: readonly Card[]): Field[] {
  const classes = new Set(cards.map((card) => card.class));
  const models = new Set(cards.map(({ model }) => model));
  const suites = [...new Set(cards.map(({ suite }) => suite))];
  const variants = [...new Set(cards.map(({ variant }) => variant))].toSorted();
  const severities = [...new Set(cards.map(severityKey))].toSorted().toReversed();
  return [
    {
      key: "befund",
      title: words.filter.kind,
      choices: failureClasses
        .filter((name) => classes.has(name))
        .map((name) => [name, words.failureClass(name).title]),
    },
    {
      key: "modell",
      title: words.filter.model,
      choices: findings.models
        .filter(({ id }) => models.has(id))
        .map(({ id }) => [id, labels.model(id)]),
    },
    {
      key: "prompt",
      title: "Prompt",
      choices: variants.map((name) => [name, labels.variant(name)]),
    },
    {
      key: "aufgabe",
      title: words.filter.task,
      choices: suites.map((name) => [name, labels.suite(name)]),
      language: words.language === "de" ? undefined : "de",
    },
    {
      key: "schwere",
      title: words.filter.severity,
      choices: severities.map((key) => [key, severityName(words, key)]),
    },
  ];
}
