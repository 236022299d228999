import type { Findings } from "../../core/findings.ts";
import { gainLabel } from "../sentences/training-sentences.ts";
import type { View } from "../view.ts";
import { decisionRows } from "./decision-rows.ts";
import { numberColumnTitles as columns, type NumberRow } from "./number-row.ts";
import type { Cell } from "./table.ts";

export const numberColumns: readonly string[] = Object.values(columns);

/** Every measured number of the findings with n, interval and method, as written in the findings. */
export function numberRows(view: View): Cell[][] {
  const rows = [
    ...rateRows(view),
    ...comparisonRows(view),
    ...gainRows(view),
    ...exposureRows(view),
    ...leakRows(view),
    ...priceRows(view),
    ...reliabilityRows(view),
    ...decisionRows(view),
  ];
  const keys = Object.keys(columns) as (keyof typeof columns)[];
  return rows.map((row) => keys.map((key) => row[key]));
}

function rateRows(view: View): NumberRow[] {
  const { rates, styleRates } = view.findings;
  const row = (kind: string) => (rate: Findings["rates"][number]) => ({
    ...place(view, rate),
    ...measured(rate),
    kind,
    unit: "Anteil",
    notMeasured: rate.notMeasured,
    result: suiteResult(view.findings, rate),
  });
  return [
    ...rates.map(row("Anteil bestanden")),
    ...styleRates.map(row("Anteil bestanden je Stil")),
  ];
}

function suiteResult(findings: Findings, rate: Findings["rates"][number]): string | undefined {
  const found = findings.suiteResults.find(
    ({ suite, model, variant, input }) =>
      suite === rate.suite &&
      model === rate.model &&
      variant === rate.variant &&
      input === rate.input,
  );
  if (found === undefined) return undefined;
  if (!found.reliable) return "nicht belastbar";
  return found.passes ? "bestanden" : "nicht bestanden";
}

function comparisonRows({ findings, labels }: View): NumberRow[] {
  const kinds = { model: "Modelle", variant: "Prompts", input: "Eingaben" } as const;
  const name = (text: string): string => {
    if (text === "raw" || text === "pseudonymised") return labels.input(text);
    const model = labels.model(text);
    return model === text ? labels.variant(text) : model;
  };
  return findings.comparisons.map((row) => ({
    kind: `Vergleich: ${kinds[row.kind]}`,
    suite: labels.suite(row.suite),
    model: name(row.a),
    modelId: row.kind === "model" ? row.a : undefined,
    other: name(row.b),
    variant: row.within.map(name).join(", "),
    ...measured({ ...row, value: row.difference }),
    unit: "Differenz der Anteile",
    p: row.p,
    pHolm: row.pHolm,
    result: comparisonResult(row),
  }));
}

function comparisonResult(row: Findings["comparisons"][number]): string {
  if (row.byConstruction) return "gleich, weil dieselben Aufrufe";
  return row.distinguishable ? "unterscheidbar" : "nicht unterscheidbar";
}

function gainRows({ findings, labels }: View): NumberRow[] {
  return findings.gains.map((row) => {
    const names = { small: labels.model(row.small), large: labels.model(row.large ?? row.small) };
    return {
      kind: gainLabel(row.kind, names),
      suite: labels.suite(row.suite),
      model: names.small,
      modelId: row.small,
      other: row.large === undefined ? undefined : names.large,
      ...measured(row),
      unit: "Differenz der Anteile",
    };
  });
}

function exposureRows({ findings, labels }: View): NumberRow[] {
  return findings.exposure.map((row) => ({
    kind: "Preisgabe",
    suite: labels.suite(row.suite),
    variant: labels.variant(row.variant),
    input: labels.input(row.input),
    ...measured(row),
    unit: "geschützte Angaben je Fall",
  }));
}

function leakRows(view: View): NumberRow[] {
  return view.findings.leaks.map((row) => ({
    kind: "Abfluss",
    ...place(view, row),
    ...measured(row),
    unit: "Anteil",
  }));
}

function priceRows({ findings, labels }: View): NumberRow[] {
  return findings.hygienePrice.map((row) => ({
    kind: "Preis der Datenhygiene",
    suite: labels.suite(row.suite),
    model: labels.model(row.model),
    modelId: row.model,
    variant: labels.variant(row.variant),
    ...measured({ ...row, value: row.difference }),
    unit: "Differenz der Anteile",
  }));
}

function reliabilityRows(view: View): NumberRow[] {
  return view.findings.reliability.flatMap((row) =>
    [
      { kind: "mindestens einmal bestanden", share: row.once },
      { kind: "jedes Mal bestanden", share: row.always },
    ].map(({ kind, share }) => ({
      kind: `${kind} (${row.attempts} Versuche)`,
      ...place(view, row),
      ...measured({ ...share, n: row.n }),
      unit: "Anteil",
    })),
  );
}

type Place = Pick<Findings["rates"][number], "suite" | "model" | "variant" | "input">;

function place({ labels }: View, { suite, model, variant, input }: Place): NumberRow {
  return {
    suite: labels.suite(suite),
    model: labels.model(model),
    modelId: model,
    variant: labels.variant(variant),
    input: labels.input(input),
  };
}

type Measured = Pick<Findings["rates"][number], "n" | "value" | "low" | "high" | "method"> & {
  readonly standardError?: number | undefined;
};

function measured({ n, value, low, high, standardError, method }: Measured): NumberRow {
  return { n, value, low, high, standardError, method };
}
