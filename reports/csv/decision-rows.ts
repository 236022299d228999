import type { View } from "../view.ts";
import { methodText } from "./method-text.ts";
import type { NumberRow } from "./number-row.ts";
import { fill } from "../fill.ts";

/** Numbers that a decision rests on beside rates: bounds, ranks, unequal treatment, training need. */
export function decisionRows(view: View): NumberRow[] {
  return [...boundRows(view), ...rankRows(view), ...biasRows(view), ...needRows(view)];
}

function boundRows({ findings, labels, say }: View): NumberRow[] {
  return findings.failureBounds.map((row) => ({
    kind: fill(
      say.text.boundKind,
      row.scope === "critical" ? say.text.criticalPlural : say.text.allCases,
    ),
    suite: labels.suite(row.suite),
    model: labels.model(row.model),
    modelId: row.model,
    variant: labels.variant(row.variant),
    input: labels.input(row.input),
    n: row.n,
    value: row.failed / row.n,
    high: row.upper,
    unit: say.text.share,
    method: methodText(say, row.method),
  }));
}

function rankRows({ findings, labels, say }: View): NumberRow[] {
  return findings.ranks.flatMap(({ suite, variant, input, common, models, method }) =>
    models.flatMap((row) => {
      const place = {
        suite: labels.suite(suite),
        model: labels.model(row.model),
        modelId: row.model,
        variant: labels.variant(variant),
        input: labels.input(input),
        n: common,
        method: methodText(say, method),
      };
      const places = { low: row.best, high: row.worst, unit: say.text.placeUnit };
      const first = { value: row.first, unit: say.text.shareOfRecalculations };
      return [
        { ...place, kind: say.text.places, ...places },
        ...(row.first === undefined ? [] : [{ ...place, kind: say.text.ahead, ...first }]),
      ];
    }),
  );
}

function biasRows({ findings, labels, say }: View): NumberRow[] {
  return (findings.bias?.pairs ?? []).map((row) => ({
    kind: fill(say.text.groupComparison, row.ground),
    suite: labels.suite(row.suite),
    model: labels.model(row.model),
    modelId: row.model,
    other: `${row.a.join(", ")} − ${row.b.join(", ")}`,
    variant: labels.variant(row.variant),
    n: row.templates,
    value: row.difference,
    low: row.low,
    high: row.high,
    unit: row.outcome === "correct" ? say.text.shareDifference : say.text.lengthDifference,
    p: row.p,
    pHolm: row.pHolm,
    result: row.distinguishable ? say.text.differenceShown : say.text.noDifferenceShown,
    method: methodText(say, row.method),
  }));
}

function needRows({ findings, labels, say }: View): NumberRow[] {
  const found = findings.trainingNeed;
  return (found?.needs ?? []).map((need) => ({
    kind: fill(say.text.needKind, say.competenceLabel(need.competence)),
    suite: need.scope === "task" ? labels.suite(need.name ?? "") : (need.name ?? say.text.allTasks),
    model: labels.model(found?.model ?? ""),
    modelId: found?.model,
    n: need.n,
    value: need.value,
    low: need.low,
    high: need.high,
    standardError: need.standardError,
    unit: say.text.needUnit,
    result: say.levelText(need),
    method: methodText(say, need.method),
  }));
}
