import type { Case } from "../../core/case.ts";
import type { Suite } from "../../core/suite.ts";
import { splitWords } from "../../graders/text/words.ts";
import { sourceOf } from "./shape-of-suite.ts";

/** Two cases that ask (nearly) the same. */
export interface Double {
  /** `suite/case` */
  readonly first: string;
  readonly second: string;
  /** Jaccard index of their runs of three words, 0..1; 1 is a true double. */
  readonly likeness: number;
}

/** From here on two cases count as near doubles. */
const nearDouble = 0.5;

/**
 * Doubles and near doubles within and across suites: the share of runs of three words that the
 * inputs of two cases have in common (Jaccard index of 3-word shingles, Broder 1997). Versions of
 * one template are alike on purpose and are left out.
 */
export function findDoubles(suites: readonly Suite[]): Double[] {
  const entries = suites.flatMap((suite) =>
    suite.cases.map((graded) => ({
      name: `${suite.name}/${graded.id}`,
      graded,
      runs: runsOf(graded),
    })),
  );
  const holders = new Map<string, number[]>();
  const doubles: Double[] = [];
  entries.forEach((entry, at) => {
    const shared = new Map<number, number>();
    for (const run of entry.runs) {
      const known = holders.get(run) ?? [];
      for (const other of known) shared.set(other, (shared.get(other) ?? 0) + 1);
      holders.set(run, [...known, at]);
    }
    for (const [number, common] of shared) {
      const other = entries[number];
      if (other === undefined || areVersions(entry.graded, other.graded)) continue;
      const likeness = common / (entry.runs.size + other.runs.size - common);
      if (likeness >= nearDouble) doubles.push({ first: other.name, second: entry.name, likeness });
    }
  });
  return doubles.toSorted((a, b) => b.likeness - a.likeness);
}

function areVersions(a: Case, b: Case): boolean {
  return a.template !== undefined && a.template === b.template;
}

function runsOf(graded: Case): Set<string> {
  const text = `${sourceOf(graded)}\n${graded.input.question ?? ""}`;
  const words = splitWords(text).map(({ start, end }) => text.slice(start, end).toLowerCase());
  const runs = new Set<string>();
  for (let at = 0; at < Math.max(1, words.length - 2); at += 1) {
    runs.add(words.slice(at, at + 3).join(" "));
  }
  return runs;
}
