import type { Cell } from "./table.ts";

/** The columns of the table of numbers; a row leaves out what it has no value for. */
export const numberColumnTitles = {
  kind: "Art",
  suite: "Aufgabe",
  model: "Modell",
  modelId: "Kennung",
  other: "verglichen mit",
  variant: "Prompt",
  input: "Eingabe",
  n: "n",
  value: "Wert",
  low: "Intervall von",
  high: "Intervall bis",
  unit: "Einheit",
  notMeasured: "nicht gemessene Durchgänge",
  p: "p",
  pHolm: "p nach Holm",
  result: "Ergebnis",
  standardError: "Standardfehler",
  method: "Verfahren",
} as const;

/** One measured number; absent cells stay empty. */
export type NumberRow = Partial<Record<keyof typeof numberColumnTitles, Cell>>;
