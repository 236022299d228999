import type { Place } from "../core/user-error.ts";
import type { CsvRow } from "./read-csv.ts";

type Path = readonly (string | number)[];

/** What the column of a part of a case is called: of `fails`, first entry, `grader` it is `fails.1.grader`. */
export function columnName(row: CsvRow | undefined, path: Path): string {
  const [list, index, ...fields] = path;
  if ((list === "passes" || list === "fails") && typeof index === "number") {
    const entry = `${list}.${numbersOf(row, list)[index] ?? index + 1}`;
    const name = [entry, ...fields].join(".");
    const isShort = fields[0] === "answer" && row?.columns.includes(name) !== true;
    return isShort ? entry : name;
  }
  return path.filter((step) => typeof step === "string").join(".");
}

/**
 * Where a part of a case stands in its table: in the column of its name, or else in the first one
 * that holds a part of it.
 */
export function placeInTable(file: string, row: CsvRow | undefined, path: Path): Place {
  const line = row?.line ?? 1;
  const name = columnName(row, path);
  const columns = row?.columns ?? [];
  const exact = columns.indexOf(name);
  const entry = columnName(row, path.slice(0, 2));
  const at =
    exact >= 0 ? exact : columns.findIndex((column) => holds(column, name) || holds(column, entry));
  return at < 0 ? { file, line } : { file, line, column: at + 1, columnName: columns[at] };
}

function holds(column: string, whole: string): boolean {
  return whole !== "" && (column === whole || column.startsWith(`${whole}.`));
}

/** The numbers of the examples a row has, in order; a table may leave some out. */
function numbersOf(row: CsvRow | undefined, list: string): string[] {
  const numbers = [...(row?.cells.keys() ?? [])]
    .map((column) => column.split("."))
    .filter(([first]) => first === list)
    .map(([, number = ""]) => number);
  return [...new Set(numbers)].toSorted((a, b) => Number(a) - Number(b));
}
