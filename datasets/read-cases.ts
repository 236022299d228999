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
  const located = extname(file) === ".csv" ? readTable(file) : readYaml(file);
  const cases = checkLocated(z.array(caseSchema).min(1), located);
  checkIds(cases, located.placeOf);
  return cases;
}

function readTable(file: string): LocatedValue {
  const rows = readCsv(file);
  return {
    value: rows.map((row) => caseFromRow(row, file)),
    placeOf: ([index]) => ({ file, line: rows[Number(index)]?.line ?? 1 }),
  };
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
