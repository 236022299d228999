import type { Say } from "../say.ts";
import type { Findings } from "../../core/findings.ts";
import type { View } from "../view.ts";
import { decisionRows } from "./decision-rows.ts";
import { methodText } from "./method-text.ts";
import { numberKeys, type NumberRow } from "./number-row.ts";
import type { Cell } from "./table.ts";
import { fill } from "../fill.ts";

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
  return rows.map((row) => numberKeys.map((key) => row[key]));
}

function rateRows(view: View): NumberRow[] {
  const { say } = view;
  const { rates, styleRates } = view.findings;
  const row = (kind: string) => (rate: Findings["rates"][number]) => ({
    ...place(view, rate),
    ...measured(say, rate),
    kind,
    unit: say.text.share,
    notMeasured: rate.notMeasured,
    result: suiteResult(say, view.findings, rate),
  });
  return [
    ...rates.map(row(say.text.sharePassed)),
    ...styleRates.map(row(say.text.sharePassedStyle)),
  ];
}

function suiteResult(
  say: Say,
  findings: Findings,
  rate: Findings["rates"][number],
): string | undefined {
  const found = findings.suiteResults.find(
    ({ suite, model, variant, input }) =>
      suite === rate.suite &&
      model === rate.model &&
      variant === rate.variant &&
      input === rate.input,
  );
  if (found === undefined) return undefined;
  if (!found.reliable) return say.text.notReliable;
  return found.passes ? say.text.passed : say.text.notPassed;
}

function comparisonRows({ findings, labels, say }: View): NumberRow[] {
  const kinds = {
    model: say.text.kindModels,
    variant: say.text.kindPrompts,
    input: say.text.kindInputs,
  } as const;
  const name = (text: string): string => {
    if (text === "raw" || text === "pseudonymised") return labels.input(text);
    const model = labels.model(text);
    return model === text ? labels.variant(text) : model;
  };
  return findings.comparisons.map((row) => ({
    kind: fill(say.text.comparisonKind, kinds[row.kind]),
    suite: labels.suite(row.suite),
    model: name(row.a),
    modelId: row.kind === "model" ? row.a : undefined,
    other: name(row.b),
    variant: row.within.map(name).join(", "),
    ...measured(say, { ...row, value: row.difference }),
    unit: say.text.shareDifference,
    p: row.p,
    pHolm: row.pHolm,
    result: comparisonResult(say, row),
  }));
}

function comparisonResult(say: Say, row: Findings["comparisons"][number]): string {
  if (row.byConstruction) return say.text.sameBecauseCalls;
  return row.distinguishable ? say.text.distinguishable : say.text.cannotTell;
}

function gainRows({ findings, labels, say }: View): NumberRow[] {
  return findings.gains.map((row) => {
    const names = { small: labels.model(row.small), large: labels.model(row.large ?? row.small) };
    return {
      kind: say.gainLabel(row.kind, names),
      suite: labels.suite(row.suite),
      model: names.small,
      modelId: row.small,
      other: row.large === undefined ? undefined : names.large,
      ...measured(say, row),
      unit: say.text.shareDifference,
    };
  });
}

function exposureRows({ findings, labels, say }: View): NumberRow[] {
  return findings.exposure.map((row) => ({
    kind: say.text.exposure,
    suite: labels.suite(row.suite),
    variant: labels.variant(row.variant),
    input: labels.input(row.input),
    ...measured(say, row),
    unit: say.text.detailsUnit,
  }));
}

function leakRows(view: View): NumberRow[] {
  const { say } = view;
  return view.findings.leaks.map((row) => ({
    kind: say.text.leak,
    ...place(view, row),
    ...measured(say, row),
    unit: say.text.share,
  }));
}

function priceRows({ findings, labels, say }: View): NumberRow[] {
  return findings.hygienePrice.map((row) => ({
    kind: say.text.hygienePrice,
    suite: labels.suite(row.suite),
    model: labels.model(row.model),
    modelId: row.model,
    variant: labels.variant(row.variant),
    ...measured(say, { ...row, value: row.difference }),
    unit: say.text.shareDifference,
  }));
}

function reliabilityRows(view: View): NumberRow[] {
  const { say } = view;
  return view.findings.reliability.flatMap((row) =>
    [
      { kind: say.text.onceAtLeast, share: row.once },
      { kind: say.text.everyTime, share: row.always },
    ].map(({ kind, share }) => ({
      kind: fill(say.text.attemptsNote, kind, String(row.attempts)),
      ...place(view, row),
      ...measured(say, { ...share, n: row.n }),
      unit: say.text.share,
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

function measured(say: Say, { method, ...numbers }: Measured): NumberRow {
  const { n, value, low, high, standardError } = numbers;
  return { n, value, low, high, standardError, method: methodText(say, method) };
}
