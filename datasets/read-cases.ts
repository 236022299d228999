import { extname } from "node:path";
import { z } from "zod";
import { authoredCaseSchema, type AuthoredCase, type Case } from "../core/case.ts";
import type { Suite } from "../core/suite.ts";
import { readLimits } from "../core/read-limits.ts";
import { exitCodes, formatPlace, UserError, type Place } from "../core/user-error.ts";
import { columnFlaw } from "./case-columns.ts";
import { caseFromRow } from "./case-from-row.ts";
import { expandVersions, findVersionFlaws } from "./expand-versions.ts";
import { checkLocated, type LocatedValue } from "./located-value.ts";
import { columnName, placeInTable } from "./locate-column.ts";
import { readCsv, type CsvRow } from "./read-csv.ts";
import { readYaml } from "./read-yaml.ts";

/**
 * Reads and checks the cases of a suite from `faelle.yaml` or `faelle.csv`. Everything that is
 * wrong is reported in one error, each flaw with its place; ids must not repeat.
 */
export function readCases(file: string): Case[] {
  return readClassedCases(file).cases;
}

/** As {@link readCases}, with the ids of the cases whose author named no protection class. */
export function readClassedCases(file: string): Pick<Suite, "unclassed"> & { cases: Case[] } {
  const located = locateRows(file);
  const rows = checkLocated(casesSchema, located);
  checkVersions(rows, located.placeOf);
  const cases = rows.flatMap(expandVersions);
  const origins = originsOf(located.value);
  checkIds(cases, ([index, ...path]) => located.placeOf([origins[Number(index)] ?? 0, ...path]));
  const authored = located.value as readonly object[];
  const silent = cases.filter((_, at) => {
    return !Object.hasOwn(authored[origins[at] ?? 0] ?? {}, "protection");
  });
  return { cases, unclassed: new Set(silent.map(({ id }) => id)) };
}

/**
 * Finds the parts of a file of cases without checking it. A path begins with the number of the
 * case; the versions of a template all stand where the template stands.
 */
export function locateCases(file: string): LocatedValue {
  const located = locateRows(file);
  const origins = originsOf(located.value);
  return {
    ...located,
    placeOf: ([index, ...path]) => located.placeOf([origins[Number(index)] ?? 0, ...path]),
  };
}

function locateRows(file: string): LocatedValue {
  const located = extname(file) === ".csv" ? readTable(file) : readYaml(file);
  return { ...located, entryName: (index) => entryName(located.value, index) };
}

const casesSchema = z
  .array(authoredCaseSchema)
  .min(1)
  .max(readLimits.cases, {
    error: `hat mehr als ${readLimits.cases} Fälle; verteilen Sie sie auf mehrere Suiten`,
  });

/** For each case the number of the row it comes from. */
function originsOf(rows: unknown): number[] {
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row: unknown, index) => {
    const versions = (row as { versions?: unknown } | null | undefined)?.versions;
    return Array.isArray(versions) ? versions.map(() => index) : [index];
  });
}

function checkVersions(
  rows: readonly AuthoredCase[],
  placeOf: (path: readonly (string | number)[]) => Place,
): void {
  const lines = rows.flatMap((row, index) =>
    findVersionFlaws(row).map(
      ({ message, path }) =>
        `${formatPlace(placeOf([index, ...path]))}: Fall „${row.id}“: ${message}`,
    ),
  );
  if (lines.length === 0) return;
  throw new UserError(lines.join("\n"), {
    code: "wrong-versions",
    exitCode: exitCodes.usage,
    nextStep:
      "Jede Fassung braucht in fill einen Wert für jeden Platzhalter {…} der Vorlage, und keinen mehr.",
  });
}

function entryName(cases: unknown, index: number): string {
  const entry: unknown = Array.isArray(cases) ? cases[index] : undefined;
  const id = (entry as { id?: unknown } | null | undefined)?.id;
  return typeof id === "string" && id !== "" ? `Fall „${id}“` : `Fall ${index + 1}`;
}

function readTable(file: string): LocatedValue {
  const rows = readCsv(file);
  checkColumns(rows[0], file);
  return {
    value: rows.map(caseFromRow),
    placeOf: ([index, ...path]) => placeInTable(file, rows[Number(index)], path),
    partName: (index, path) => columnName(rows[index], path),
  };
}

/** A misspelt column is said once, not in every row. */
function checkColumns(row: CsvRow | undefined, file: string): void {
  const line = row?.headerLine;
  const lines = (row?.columns ?? []).flatMap((name, index) => {
    const flaw = columnFlaw(name);
    const place = { file, line, column: index + 1, columnName: name };
    return flaw === undefined ? [] : [`${formatPlace(place)}: ${flaw}`];
  });
  if (lines.length === 0) return;
  throw new UserError(lines.join("\n"), {
    code: "unknown-column",
    exitCode: exitCodes.usage,
    nextStep:
      "Berichtigen Sie die Namen in der Kopfzeile (docs/eigene-suite.md nennt sie). Eine Spalte nur für Menschen beginnt mit „#“.",
  });
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
