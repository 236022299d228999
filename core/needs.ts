import type { GradedCase } from "./case.ts";

/** Fields of a case a grader cannot do without, as paths: `expected.facts`, `reference`. */
export type Need =
  "reference" | "input.text" | "input.question" | "input.old" | "input.new" | `expected.${string}`;

/** A field of a case, and the keys that lead to it. */
export interface NeedPath {
  readonly need: Need;
  readonly keys: readonly string[];
}

/** The fields with the keys to them, which are asked for at every answer. */
export function pathsOf(needs: readonly Need[]): NeedPath[] {
  return needs.map((need) => ({ need, keys: need.split(".") }));
}

/**
 * Fields of `needs` that a case does not have. An empty list counts as absent, but of assertions: a test
 * of promptfoo without any is passed.
 */
export function missingNeeds(needs: readonly Need[], graded: GradedCase): Need[] {
  return missingOf(pathsOf(needs), graded).map(({ need }) => need);
}

/** As {@link missingNeeds}, of fields that are read already. */
export function missingOf(paths: readonly NeedPath[], graded: GradedCase): readonly NeedPath[] {
  for (const path of paths) {
    if (!isThere(path, graded)) return paths.filter((one) => !isThere(one, graded));
  }
  return nothingMissing;
}

const nothingMissing: readonly NeedPath[] = [];

function isThere({ need, keys }: NeedPath, graded: GradedCase): boolean {
  let value: unknown = graded;
  for (const key of keys) value = (value as Record<string, unknown> | undefined)?.[key];
  if (value === undefined) return false;
  return need === "expected.assertions" || !Array.isArray(value) || value.length > 0;
}
