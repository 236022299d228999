import { extname } from "node:path";
import { z } from "zod";
import { caseSchema, type Case } from "../core/case.ts";
import { exitCodes, UserError, type Place } from "../core/user-error.ts";
import { caseFromRow } from "./case-from-row.ts";
import { checkLocated, type LocatedValue } from "./located-value.ts";
import { readCsv } from "./read-csv.ts";
import { readYaml } from "./read-yaml.ts";

/**
 * Reads and checks the cases of a suite from `faelle.yaml` or `faelle.csv`. Everything that is
 * wrong is reported in one error, each flaw with its place; ids must not repeat.
 */
export function readCases(file: string): Case[] {
  const located = locateCases(file);
  const cases = checkLocated(z.array(caseSchema).min(1), located);
  checkIds(cases, located.placeOf);
  return cases;
}

/** Reads a file of cases without checking it; each part knows its place. */
export function locateCases(file: string): LocatedValue {
  const located = extname(file) === ".csv" ? readTable(file) : readYaml(file);
  return { ...located, entryName: (index) => entryName(located.value, index) };
}

function entryName(cases: unknown, index: number): string {
  const entry: unknown = Array.isArray(cases) ? cases[index] : undefined;
  const id = (entry as { id?: unknown } | null | undefined)?.id;
  return typeof id === "string" && id !== "" ? `Fall „${id}“` : `Fall ${index + 1}`;
}

function readTable(file: string): LocatedValue {
  const rows = readCsv(file);
  return {
    value: rows.map((row) => caseFromRow(row, file)),
    placeOf: ([index, ...path]) => {
      const row = rows[Number(index)];
      const column = row?.columns.findIndex((name) => belongsTo(name, path)) ?? -1;
      return { file, line: row?.line ?? 1, ...(column >= 0 && { column: column + 1 }) };
    },
  };
}

/** Does a column hold this part of a case? `fails.1.answer` holds `fails`, first entry. */
function belongsTo(column: string, path: readonly (string | number)[]): boolean {
  const [list, index] = path;
  if ((list === "passes" || list === "fails") && typeof index === "number") {
    return column.startsWith(`${list}.${index + 1}`);
  }
  const name = path.filter((step) => typeof step === "string").join(".");
  return name !== "" && (column === name || column.startsWith(`${name}.`));
}

function checkIds(
  cases: readonly Case[],
  placeOf: (path: readonly (string | number)[]) => Place,
): void {
  const seen = new Map<string, number>();
  for (const [index, { id }] of cases.entries()) {
    const first = seen.get(id);
    if (first !== undefined) {
      throw new UserError(
        `Die Kennung „${id}“ steht zweimal (zuerst in Zeile ${placeOf([first, "id"]).line ?? "?"}).`,
        {
          code: "duplicate-id",
          exitCode: exitCodes.usage,
          place: placeOf([index, "id"]),
          nextStep: "Geben Sie dem zweiten Fall eine eigene Kennung.",
        },
      );
    }
    seen.set(id, index);
  }
}
