import type { Say } from "../say.ts";
import type { Cell } from "./table.ts";

/** The columns of the table of numbers in their order. */
export const numberKeys = [
  "kind",
  "suite",
  "model",
  "modelId",
  "other",
  "variant",
  "input",
  "n",
  "value",
  "low",
  "high",
  "unit",
  "notMeasured",
  "p",
  "pHolm",
  "result",
  "standardError",
  "method",
] as const;
type NumberKey = (typeof numberKeys)[number];

/** One measured number; a row leaves out what it has no value for. */
export type NumberRow = Partial<Record<NumberKey, Cell>>;

/** The titles of the columns. */
export function numberColumns({ text }: Say): string[] {
  const titles: Readonly<Record<NumberKey, string>> = {
    kind: text.kindColumn,
    suite: text.task,
    model: text.model,
    modelId: text.id,
    other: text.comparedWith,
    variant: text.prompt,
    input: text.input,
    n: text.n,
    value: text.value,
    low: text.intervalFrom,
    high: text.intervalTo,
    unit: text.unit,
    notMeasured: text.notMeasuredTrials,
    p: text.p,
    pHolm: text.pHolm,
    result: text.result,
    standardError: text.standardError,
    method: text.method,
  };
  return numberKeys.map((key) => titles[key]);
}
