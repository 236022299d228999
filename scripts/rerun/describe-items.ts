import type { Findings } from "../../core/findings.ts";
import type { Item } from "../../core/findings-items.ts";

/** The cases that their authors should look at, as lines for a person. German. */
export function describeItems({ items, suites }: Findings): string[] {
  if (items === undefined || items.rows.length === 0) {
    return [items?.note ?? "Zu den Fällen lässt sich nichts sagen: Es ist keiner gemessen."];
  }
  const head = [
    `Stärkere Modelle: ${items.strong.join(", ")}. Schwächere: ${items.weak.join(", ")}.`,
    `${items.method}.`,
  ];
  const parts = suites.flatMap(({ name }) => {
    const rows = items.rows.filter(({ suite }) => suite === name);
    return rows.length === 0 ? [] : ["", ...linesOf(name, rows)];
  });
  return [...head, ...parts];
}

function linesOf(suite: string, rows: readonly Item[]): string[] {
  const flagged = (flag: Item["flag"]): Item[] => rows.filter((row) => row.flag === flag);
  const doubtful = flagged("doubtful");
  const poor = rows.filter(
    ({ discrimination, flag }) =>
      discrimination !== undefined && discrimination < 0 && flag !== "doubtful",
  );
  return [
    `Suite ${suite}: ${rows.length} Fälle`,
    `  alle bestehen (${flagged("all-passed").length}): ${names(flagged("all-passed"))}`,
    `  alle scheitern (${flagged("all-failed").length}): ${names(flagged("all-failed"))}`,
    `  zweifelhaft (${doubtful.length}): ${doubtful.length === 0 ? "–" : doubtful.map(halves).join(", ")}`,
    `  trennt verkehrt (${poor.length}): ${names(poor)}`,
  ];
}

function names(rows: readonly Item[]): string {
  return rows.length === 0 ? "–" : rows.map((row) => row.case).join(", ");
}

function halves({ case: id, strong, weak }: Item): string {
  return `${id} (starke ${share(strong)}, schwache ${share(weak)})`;
}

function share(value = 0): string {
  return `${Math.round(value * 100)} %`;
}
