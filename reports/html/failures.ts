import type { Card } from "../../core/card.ts";
import { printedPerTask } from "../catalogue.ts";
import type { View } from "../view.ts";
import { caseGroups } from "./case-group.ts";
import { catalogueIndex } from "./catalogue-index.ts";
import { chapter } from "./chapter.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { filterForm } from "./filter.ts";
import { sectionPart } from "./section-part.ts";
import { tallyTables } from "./tally-table.ts";

/** The failures of the models, with question, answer, marked passage and reason. */
export function failures(view: View): Html {
  const place = view.say.chapters.failures;
  const models = new Set(view.models.map((model) => model.id));
  const failed = view.findings.failures.filter((row) => models.has(row.model)).length;
  if (failed === 0) return chapter(place, withoutFailures(view));
  const { shown, names } = view.catalogue;
  const { words } = view;
  return chapter(
    place,
    markup`<p class="kern-body">
        ${words.chapter.shown(shown.length, failed, names.cases)} ${words.chapter.marked}
      </p>
      <p class="kern-body printed">${words.chapter.printed(printedPerTask, names.report)}</p>
      ${tallyTables(view)} ${catalogueIndex(view)} ${filterForm(view, shown)}
      ${suiteParts(view, shown)}`,
  );
}

function withoutFailures(view: View): Html {
  const passed = view.findings.verdicts
    .filter((row) => view.models.some((model) => model.id === row.model))
    .reduce((sum, row) => sum + row.passed, 0);
  return markup`<p class="kern-body">${view.words.chapter.none(passed, view.say.chapters.results.number)}</p>`;
}

function suiteParts(view: View, shown: readonly Card[]): Html {
  const known = view.findings.suites.map((suite) => suite.name);
  const names = [...new Set([...known, ...shown.map((card) => card.suite)])];
  return markup`${names.map((name, index) => {
    const cards = shown.filter((card) => card.suite === name);
    if (cards.length === 0) return nothing;
    const id = `fehler-${index + 1}`;
    return sectionPart(
      { id, title: view.words.quoted(view.labels.suite(name)) },
      caseGroups(view, cards),
    );
  })}`;
}
