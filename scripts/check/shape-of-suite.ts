import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Case } from "../../core/case.ts";
import type { Suite } from "../../core/suite.ts";
import { wienerSachtext4 } from "../../graders/text/formulas.ts";
import { countText } from "../../graders/text/text-counts.ts";
import { deadLinks } from "./dead-links.ts";

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

/** Something an author should look at; none of it makes a check fail. */
export interface Remark {
  /** Absent when the remark is about the whole suite. */
  readonly case?: string;
  readonly text: string;
}

/** Counts examples, lengths, readability and tags of a suite. */
export function shapeOfSuite({ cases }: Suite): SuiteShape {
  const german = cases.filter(({ expected }) => (expected.language ?? "de") === "de");
  const words = spreadOf(cases.map((graded) => countText(sourceOf(graded)).words));
  const sourceGrade = spreadOf(cases.flatMap((graded) => gradeOf(sourceOf(graded))));
  const referenceGrade = spreadOf(german.flatMap(({ reference }) => gradeOf(reference)));
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

/** Competences of `docs/` and of the training exercises; each case trains at least one. */
export const competences: readonly string[] = [
  "pruefen",
  "prompten",
  "daten",
  "bias",
  "sicherheit",
  "adressat",
  "verantwortung",
  "kalibrierung",
];

/** Missing examples and tags, sources that are old or not yet there, and dead links of the card. */
export function remarksOn(suite: Suite, folder: string, today: string): Remark[] {
  return [
    ...suite.cases.flatMap(missingExamples),
    ...suite.cases.flatMap(missingTags),
    ...suite.cases.flatMap((graded) => oldSource(graded, today)),
    ...cardRemarks(folder),
  ];
}

function missingExamples({ id, passes, fails }: Case): Remark[] {
  const missing = [
    ...(passes.length > 0 ? [] : ["ein richtiges (passes)"]),
    ...(fails.length > 0 ? [] : ["ein falsches (fails)"]),
  ];
  return missing.length === 0
    ? []
    : [{ case: id, text: `Beispiel fehlt: ${missing.join(" und ")}` }];
}

function missingTags({ id, tags }: Case): Remark[] {
  const missing = [
    ...(tags.some((tag) => tag.startsWith("amt-")) ? [] : ["amt-…"]),
    ...(tags.some((tag) => tag.startsWith("lebenslage-") || tag === "verwaltung-intern")
      ? []
      : ["lebenslage-… oder verwaltung-intern"]),
    ...(tags.some((tag) => competences.includes(tag)) ? [] : ["eine Kompetenz"]),
  ];
  return missing.length === 0
    ? []
    : [{ case: id, text: `Kennzeichen fehlt: ${missing.join(", ")}` }];
}

function oldSource({ id, asOf }: Case, today: string): Remark[] {
  const year = Number(today.slice(0, 4));
  if (asOf > `${year + 1}${today.slice(4)}`) {
    return [
      { case: id, text: `Stand der Quelle liegt mehr als ein Jahr in der Zukunft (${asOf})` },
    ];
  }
  if (asOf >= `${year - 2}${today.slice(4)}`) return [];
  return [{ case: id, text: `Stand der Quelle ist älter als zwei Jahre (${asOf})` }];
}

/** The data card is there, and the files it links to as well; web addresses are only read. */
function cardRemarks(folder: string): Remark[] {
  const card = join(folder, "README.md");
  if (!existsSync(card)) return [{ text: "Die Datenkarte README.md fehlt" }];
  return deadLinks(card).map(deadLink);
}

function deadLink(link: string): Remark {
  return { text: `Der Verweis „${link}“ der Datenkarte führt ins Leere` };
}
