import type { Case } from "../core/case.ts";

/**
 * The row that `caseFromRow` reads back as the same case: nested fields as `input.text`, lists with
 * `|` between their items, examples as `passes.1` and `fails.1.answer`.
 */
export function rowFromCase(graded: Case): Map<string, string> {
  const { passes, fails, ...fields } = graded;
  const row = new Map(flattened("", fields));
  passes.forEach(({ answer, note }, index) => {
    row.set(`passes.${index + 1}`, answer);
    if (note !== undefined) row.set(`passes.${index + 1}.note`, note);
  });
  fails.forEach((example, index) => {
    for (const [field, value] of Object.entries(example)) {
      if (value !== undefined) row.set(`fails.${index + 1}.${field}`, value);
    }
  });
  return row;
}

function flattened(path: string, value: unknown): [string, string][] {
  if (value === undefined) return [];
  if (Array.isArray(value)) {
    return [[path, value.map((item) => String(item).replaceAll("|", String.raw`\|`)).join("|")]];
  }
  if (typeof value !== "object" || value === null) return [[path, cellOf(value)]];
  return Object.entries(value).flatMap(([key, inner]) =>
    flattened(path === "" ? key : `${path}.${key}`, inner),
  );
}

function cellOf(value: unknown): string {
  if (typeof value === "boolean") return value ? "ja" : "nein";
  return String(value).trim();
}
