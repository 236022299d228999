import { caseColumns, isRemark } from "./case-columns.ts";
import type { CsvRow } from "./read-csv.ts";

type Draft = { [key: string]: unknown };

/**
 * Turns a row into the object that the case schema checks: `input.text` becomes nested, a list
 * column is split at `|` (write `\|` for the character itself), `passes.1` and `fails.1.answer`
 * become entries of their lists. A column whose name begins with `#` is a remark and is left out.
 */
export function caseFromRow(row: CsvRow): Draft {
  const draft: Draft = {};
  for (const [column, cell] of row.cells) {
    if (isRemark(column)) continue;
    const path = column.split(".");
    if (path[0] === "passes" || path[0] === "fails") setExample(draft, path, cell);
    else setNested(draft, path, caseColumns.lists.has(column) ? splitList(cell) : cell.trim());
  }
  for (const list of ["passes", "fails"]) {
    const examples = draft[list];
    if (examples instanceof Map) draft[list] = inOrder(examples);
  }
  return draft;
}

function setNested(draft: Draft, path: readonly string[], value: unknown): void {
  const [key = "", ...rest] = path;
  if (rest.length === 0) {
    draft[key] = value;
    return;
  }
  const inner = (draft[key] ??= {}) as Draft;
  setNested(inner, rest, value);
}

function setExample(draft: Draft, path: readonly string[], cell: string): void {
  const [list = "", index = "", field = "answer"] = path;
  const examples = (draft[list] ??= new Map<string, Draft>()) as Map<string, Draft>;
  const example = examples.get(index) ?? {};
  example[field] = cell.trim();
  examples.set(index, example);
}

function inOrder(examples: ReadonlyMap<string, Draft>): Draft[] {
  return [...examples].toSorted(([a], [b]) => Number(a) - Number(b)).map(([, example]) => example);
}

function splitList(cell: string): string[] {
  return cell
    .split(/(?<!\\)\|/u)
    .map((item) => item.replaceAll("\\|", "|").trim())
    .filter((item) => item !== "");
}
