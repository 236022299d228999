import { competenceLabel, levelText } from "../sentences/need-sentences.ts";
import type { View } from "../view.ts";
import type { NumberRow } from "./number-row.ts";

/** Numbers that a decision rests on beside rates: bounds, ranks, unequal treatment, training need. */
export function decisionRows(view: View): NumberRow[] {
  return [...boundRows(view), ...rankRows(view), ...biasRows(view), ...needRows(view)];
}

function boundRows({ findings, labels }: View): NumberRow[] {
  return findings.failureBounds.map((row) => ({
    kind: `Obergrenze misslungener Fälle (${row.scope === "critical" ? "kritische" : "alle"})`,
    suite: labels.suite(row.suite),
    model: labels.model(row.model),
    modelId: row.model,
    variant: labels.variant(row.variant),
    input: labels.input(row.input),
    n: row.n,
    value: row.failed / row.n,
    high: row.upper,
    unit: "Anteil",
    method: row.method,
  }));
}

function rankRows({ findings, labels }: View): NumberRow[] {
  return findings.ranks.flatMap(({ suite, variant, input, common, models, method }) =>
    models.flatMap((row) => {
      const place = {
        suite: labels.suite(suite),
        model: labels.model(row.model),
        modelId: row.model,
        variant: labels.variant(variant),
        input: labels.input(input),
        n: common,
        method,
      };
      const places = { low: row.best, high: row.worst, unit: "Platz" };
      const first = { value: row.first, unit: "Anteil der Nachberechnungen" };
      return [
        { ...place, kind: "mögliche Plätze", ...places },
        ...(row.first === undefined ? [] : [{ ...place, kind: "vorn", ...first }]),
      ];
    }),
  );
}

function biasRows({ findings, labels }: View): NumberRow[] {
  return (findings.bias?.pairs ?? []).map((row) => ({
    kind: `Gruppenvergleich: ${row.ground}`,
    suite: labels.suite(row.suite),
    model: labels.model(row.model),
    modelId: row.model,
    other: `${row.a.join(", ")} − ${row.b.join(", ")}`,
    variant: labels.variant(row.variant),
    n: row.templates,
    value: row.difference,
    low: row.low,
    high: row.high,
    unit: row.outcome === "correct" ? "Differenz der Anteile" : "Differenz der Länge",
    p: row.p,
    pHolm: row.pHolm,
    result: row.distinguishable ? "Unterschied nachgewiesen" : "kein Unterschied nachgewiesen",
    method: row.method,
  }));
}

function needRows({ findings, labels }: View): NumberRow[] {
  const found = findings.trainingNeed;
  return (found?.needs ?? []).map((need) => ({
    kind: `Schulungsbedarf: ${competenceLabel(need.competence)}`,
    suite: need.scope === "task" ? labels.suite(need.name ?? "") : (need.name ?? "Alle Aufgaben"),
    model: labels.model(found?.model ?? ""),
    modelId: found?.model,
    n: need.n,
    value: need.value,
    low: need.low,
    high: need.high,
    standardError: need.standardError,
    unit: "Bedarf, 0 bis 4",
    result: levelText(need),
    method: need.method,
  }));
}
