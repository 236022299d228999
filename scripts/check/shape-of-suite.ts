import { hasReference, type Case } from "../../core/case.ts";
import type { Suite } from "../../core/suite.ts";
import { wienerSachtext4 } from "../../graders/text/formulas.ts";
import { countText } from "../../graders/text/text-counts.ts";

/** Smallest, middle and largest of some figures. */
export interface Spread {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

/** What a suite is made of, for its author. */
export interface SuiteShape {
  /** Cases with at least two `passes` and two `fails`, and with at least one of each. */
  readonly twoEach: number;
  readonly oneEach: number;
  /** Words of the source text. */
  readonly words?: Spread;
  /** Wiener Sachtextformel 4 of source texts and references, in school years; German ones only. */
  readonly sourceGrade?: Spread;
  readonly referenceGrade?: Spread;
  /** Cases by tag, the most frequent first. */
  readonly tags: readonly (readonly [string, number])[];
}

/** Counts examples, lengths, readability and tags of a suite. */
export function shapeOfSuite({ cases }: Suite): SuiteShape {
  const german = cases.filter(({ expected }) => (expected.language ?? "de") === "de");
  const words = spreadOf(cases.map((graded) => countText(sourceOf(graded)).words));
  const sourceGrade = spreadOf(cases.flatMap((graded) => gradeOf(sourceOf(graded))));
  const referenceGrade = spreadOf(
    german.filter(hasReference).flatMap(({ reference }) => gradeOf(reference)),
  );
  return {
    twoEach: cases.filter(({ passes, fails }) => passes.length >= 2 && fails.length >= 2).length,
    oneEach: cases.filter(({ passes, fails }) => passes.length >= 1 && fails.length >= 1).length,
    ...(words && { words }),
    ...(sourceGrade && { sourceGrade }),
    ...(referenceGrade && { referenceGrade }),
    tags: countTags(cases),
  };
}

/** The text a case works on. */
export function sourceOf({ input }: Case): string {
  return [input.text, input.old, input.new].filter((text) => text !== undefined).join("\n\n");
}

function gradeOf(text: string): number[] {
  const counts = countText(text);
  return counts.words === 0 ? [] : [wienerSachtext4(counts)];
}

function spreadOf(values: readonly number[]): Spread | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return undefined;
  const middle = sorted.length / 2;
  const lower = sorted[Math.ceil(middle) - 1] ?? least;
  const upper = sorted[Math.floor(middle)] ?? most;
  return { least, median: (lower + upper) / 2, most };
}

function countTags(cases: readonly Case[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const tag of cases.flatMap(({ tags }) => [...new Set(tags)])) {
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts].toSorted(([a, n], [b, m]) => m - n || a.localeCompare(b, "de"));
}
