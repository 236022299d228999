import { exitCodes, UserError } from "../core/user-error.ts";
import type { CsvRow } from "./read-csv.ts";

/** Columns whose cells hold several items with `|` between them. */
const lists = new Set([
  "tags",
  "expected.facts",
  "expected.forbidden",
  "expected.keyPoints",
  "expected.protected",
  "expected.allowed",
  "expected.citations",
  "expected.injection",
  "expected.entities",
  "expected.choices",
  "expected.references",
  "expected.terms",
  "expected.names",
]);

type Draft = { [key: string]: unknown };

/**
 * Turns a row into the object that the case schema checks: `input.text` becomes nested, a list
 * column is split at `|` (write `\|` for the character itself), `passes.1` and `fails.1.answer`
 * become entries of their lists.
 */
export function caseFromRow(row: CsvRow, file: string): Draft {
  const draft: Draft = {};
  for (const [column, cell] of row.cells) {
    const path = column.split(".");
    if (path[0] === "passes" || path[0] === "fails") setExample(draft, path, cell);
    else setNested(draft, path, lists.has(column) ? splitList(cell) : cell.trim());
  }
  for (const list of ["passes", "fails"]) {
    const examples = draft[list];
    if (examples instanceof Map) draft[list] = inOrder(examples, { file, line: row.line });
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

function inOrder(
  examples: ReadonlyMap<string, Draft>,
  place: { readonly file: string; readonly line: number },
): Draft[] {
  for (const index of examples.keys()) {
    if (/^\d+$/u.test(index)) continue;
    throw new UserError(`Die Spalte mit „${index}“ hat keine Nummer.`, {
      code: "unnumbered-example",
      exitCode: exitCodes.usage,
      place,
      nextStep: "Beispiele heißen passes.1, passes.2 …, fails.1.answer und fails.1.grader.",
    });
  }
  return [...examples].toSorted(([a], [b]) => Number(a) - Number(b)).map(([, example]) => example);
}

function splitList(cell: string): string[] {
  return cell
    .split(/(?<!\\)\|/u)
    .map((item) => item.replaceAll("\\|", "|").trim())
    .filter((item) => item !== "");
}
