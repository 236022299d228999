import { readNumber, readShortAssertion, type WrittenAssertion } from "./csv-assertion.ts";
import type { RawTest } from "./raw-config.ts";
import { Refusal } from "./refusal.ts";

/** A row of a table: what stands in each column. */
export type Row = Readonly<Record<string, unknown>>;

interface Draft {
  readonly vars: Record<string, unknown>;
  readonly options: Record<string, unknown>;
  readonly metadata: Record<string, unknown>;
  readonly asserts: WrittenAssertion[];
  /** Thresholds by the number of the assertion, from 0. */
  readonly thresholds: Map<number, number>;
  threshold?: number | undefined;
  metric?: string | undefined;
  description?: string | undefined;
}

/**
 * Reads a row of a promptfoo table: columns are variables, those with two underscores have a meaning
 * (`__expected`, `__prefix`, `__threshold` …). Throws a `Refusal` for a column that promptfoo refuses or
 * that has no counterpart.
 */
export function readTableTest(row: Row, number: number, holder: object): RawTest {
  const draft: Draft = {
    vars: {},
    options: {},
    metadata: {},
    asserts: [],
    thresholds: new Map(),
  };
  for (const [column, cell] of Object.entries(row)) readCell(draft, column.trim(), cell);
  const assert = draft.asserts.map((assertion, index) => {
    const threshold = draft.thresholds.get(index);
    return {
      ...assertion,
      ...(draft.metric !== undefined && { metric: draft.metric }),
      ...(threshold !== undefined && { threshold }),
    };
  });
  return {
    holder,
    vars: draft.vars,
    assert,
    options: draft.options,
    metadata: draft.metadata,
    threshold: draft.threshold,
    description: draft.description ?? `Row #${number}`,
  };
}

const columns: Readonly<Record<string, (draft: Draft, cell: string) => void>> = {
  __prefix: ({ options }, cell) => void (options["prefix"] = cell),
  __suffix: ({ options }, cell) => void (options["suffix"] = cell),
  __description: (draft, cell) => {
    if (cell !== "") draft.description = cell;
  },
  __metric: (draft, cell) => void (draft.metric = cell),
  __threshold: (draft, cell) => void (draft.threshold = readNumber(cell)),
  __providerOutput: (_draft, cell) => {
    if (cell !== "")
      throw new Refusal("__providerOutput gibt die Antwort vor; hier antwortet ein Modell");
  },
};

function readCell(draft: Draft, column: string, cell: unknown): void {
  const text = typeof cell === "string" ? cell : undefined;
  if (column.startsWith("__expected")) {
    if (text === undefined) throw new Refusal(`${column} muss Text sein`);
    if (text.trim() !== "") draft.asserts.push(readShortAssertion(text.trim()));
    return;
  }
  const read = columns[column];
  if (read !== undefined) read(draft, text ?? String(cell));
  else if (column.startsWith("__metadata")) readMetadata(draft, column, text ?? String(cell));
  else if (column.startsWith("__config:")) readSetting(draft, column, text ?? String(cell));
  else draft.vars[column] = cell;
}

function readMetadata({ metadata }: Draft, column: string, cell: string): void {
  const key = column.slice("__metadata:".length);
  if (key === "" || cell.trim() === "") return;
  metadata[key.replace(/\[\]$/u, "")] = key.endsWith("[]")
    ? cell.split(/(?<!\\),/u).map((item) => item.trim().replaceAll(String.raw`\,`, ","))
    : cell;
}

function readSetting({ thresholds }: Draft, column: string, cell: string): void {
  const found = /^__config:__expected(?<number>[1-9]\d*)?:threshold$/u.exec(column);
  const threshold = readNumber(cell);
  if (found === null) throw new Refusal(`die Spalte „${column}“ kennt promptfoo nicht`);
  if (threshold === undefined) throw new Refusal(`„${cell}“ in ${column} ist keine Zahl`);
  thresholds.set(Number(found.groups?.["number"] ?? "1") - 1, threshold);
}
