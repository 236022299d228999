import type { Card } from "../../core/card.ts";
import { failureClassLabel } from "../labels.ts";
import { decimal } from "../sentences/numbers.ts";
import { hiddenFailuresSentence, noFailureSentence } from "../sentences/failure-sentences.ts";
import type { View } from "../view.ts";
import { caseGroup } from "./case-group.ts";
import { chapter, chapters } from "./chapter.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { failureTally, type FailureTally } from "./failure-tally.ts";
import { sectionPart } from "./section-part.ts";
import { selectCards } from "./select-cards.ts";
import { table, type Column } from "./table.ts";

/** The failures of the models, with question, answer, marked passage and reason. */
export function failures(view: View): Html {
  const models = new Set(view.models.map((model) => model.id));
  const failed = view.findings.failures.filter((row) => models.has(row.model)).length;
  if (failed === 0) return chapter(chapters.failures, withoutFailures(view));
  const shown = selectCards(view.cards.filter((card) => models.has(card.model)));
  return chapter(
    chapters.failures,
    markup`<p class="kern-body">
        ${hiddenFailuresSentence(shown.length, failed)} Markiert sind die Stellen der Antwort, auf
        die sich das Urteil stützt. Was Vergleichswerte nicht bestehen, ist nicht aufgeführt.
      </p>
      ${tallyTable(view)} ${suiteParts(view, shown)}`,
  );
}

function withoutFailures(view: View): Html {
  const passed = view.findings.verdicts
    .filter((row) => view.models.some((model) => model.id === row.model))
    .reduce((sum, row) => sum + row.passed, 0);
  const sentence = noFailureSentence(passed, chapters.results.number);
  return markup`<p class="kern-body">${sentence}</p>`;
}

function tallyTable(view: View): Html {
  const models = view.models.map((model, index): Column<FailureTally> => ({
    title: view.labels.model(model.id),
    cell: (row) => decimal(row.byModel[index] ?? 0),
    numeric: true,
  }));
  return table<FailureTally>({
    caption: "Nicht bestandene Durchgänge nach Art des Befunds",
    columns: [
      { title: "Befund", cell: (row) => failureClassLabel(row.class).title },
      { title: "Bedeutung", cell: (row) => failureClassLabel(row.class).meaning },
      ...models,
      { title: "zusammen", cell: (row) => decimal(row.total), numeric: true },
    ],
    rows: failureTally(view),
  });
}

function suiteParts(view: View, shown: readonly Card[]): Html {
  const anchors = new Set<string>();
  const known = view.findings.suites.map((suite) => suite.name);
  const names = [...new Set([...known, ...shown.map((card) => card.suite)])];
  return markup`${names.map((name, index) => {
    const cards = shown.filter((card) => card.suite === name);
    if (cards.length === 0) return nothing;
    const groups = [...Map.groupBy(cards, groupKey).values()];
    const id = `fehler-${index + 1}`;
    return sectionPart(
      { id, title: view.labels.suite(name) },
      markup`
      ${groups.map((group) => caseGroup(view, group, anchors))}
    `,
    );
  })}`;
}

/** Answers to the same input of the same case stand together, below one question. */
function groupKey(card: Card): string {
  return JSON.stringify([card.case, card.input]);
}
