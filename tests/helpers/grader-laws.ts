import { existsSync, readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { expect } from "vitest";
import type { GradedCase } from "../../core/case.ts";
import {
  longestAnswer,
  type Grader,
  type GraderInput,
  type GraderSettings,
} from "../../core/grader.ts";
import { scoreSchema, type Score } from "../../core/score.ts";
import { hostileLine, hostileTexts } from "./hostile-texts.ts";

/** What the laws need besides the grader. */
interface LawOptions {
  /** A case with everything the grader needs. */
  readonly case?: GradedCase | undefined;
  readonly settings?: GraderSettings | undefined;
  /** Answers of the grader's own world, so that the laws also meet texts with findings. */
  readonly answers?: readonly string[] | undefined;
  /** Fields of the input besides answer and case, such as `answers` for graders that compare. */
  readonly input?: Omit<GraderInput, "answer" | "case"> | undefined;
}

/** Fixed, so that a red run can be repeated; fast-check prints it with the counterexample. */
const seed = 20_261_101;
const runs = { seed, numRuns: 100 } as const;
/**
 * Milliseconds of processor time after which a text counts as hanging the grader. This is no promise
 * of speed (`npm run bench -- graders` measures that): linear graders need about a second at most,
 * quadratic ones and catastrophic patterns minutes.
 */
const longTextBudget = 10_000;
/** Nobody reads a longer reason. */
const longestReason = 5000;

/**
 * What holds for every grader: it never throws, value in 0..1, a reason, evidence that quotes the
 * answer, same input same score, composed and decomposed spelling alike, empty and over-long
 * answers unscored, 200 000 hostile characters without hanging.
 *
 * @example
 * test("keeps the laws", () => assertGraderLaws(facts, { case: { expected: { facts: ["37 Euro"] } } }));
 */
export function assertGraderLaws(grader: Grader, options: LawOptions = {}): void {
  const grade = (answer: string): Score =>
    grader.grade({ ...options.input, answer, case: options.case }, options.settings).score;
  const answers = answerArbitrary(options.answers ?? []);
  assertNotEmpty(grader);
  fc.assert(
    fc.property(answers, (answer) => assertSound(answer, grade)),
    runs,
  );
  for (const answer of [...hostileTexts, ...(options.answers ?? [])]) assertSound(answer, grade);
  fc.assert(fc.property(germanArbitrary(options.answers ?? []), compareSpellings(grade)), runs);
  if (options.input?.answers === undefined) assertEmptyIsUnscored(grade);
  assertTooLongIsUnscored(grade);
  assertLongIsFast(grade);
}

function assertNotEmpty(grader: Grader): void {
  for (const field of ["name", "version", "title"] as const) {
    expect(grader[field], `${field} of the grader`).not.toBe("");
  }
}

function assertSound(answer: string, grade: (answer: string) => Score): void {
  const score = grade(answer);
  const shown = JSON.stringify(answer.slice(0, 200));
  const checked = scoreSchema.safeParse(score);
  expect(checked.error?.message, `form of the score for ${shown}`).toBeUndefined();
  expect(score.reason.trim(), `reason for ${shown}`).not.toBe("");
  expect(grade(answer), `second score for ${shown}`).toEqual(score);
  if (score.status === "unscored") return;
  for (const { start, end, quote } of score.evidence) {
    expect(start, `start of evidence in ${shown}`).toBeLessThanOrEqual(end);
    expect(end, `end of evidence in ${shown}`).toBeLessThanOrEqual(answer.length);
    expect(quote, `quote of evidence in ${shown}`).toBe(answer.slice(start, end));
  }
}

function compareSpellings(grade: (answer: string) => Score): (answer: string) => void {
  return (answer) => {
    const composed = spellingFree(grade(answer.normalize("NFC")));
    const decomposed = spellingFree(grade(answer.normalize("NFD")));
    expect(decomposed, `NFD and NFC of ${JSON.stringify(answer)}`).toEqual(composed);
  };
}

/** A score without what may differ between two spellings of one text: the offsets. */
function spellingFree(score: Score): unknown {
  if (score.status === "unscored") return { ...score, reason: score.reason.normalize("NFC") };
  return {
    ...score,
    reason: score.reason.normalize("NFC"),
    evidence: score.evidence.map(({ start: _start, end: _end, quote, ...rest }) => ({
      ...rest,
      quote: quote.normalize("NFC"),
    })),
  };
}

function assertEmptyIsUnscored(grade: (answer: string) => Score): void {
  for (const answer of ["", " ", "\n\n\t", "\u200B", "\u0000", "\u0308", " \u0301\u20E3"]) {
    expect(grade(answer).status, `status for ${JSON.stringify(answer)}`).toBe("unscored");
  }
}

function assertTooLongIsUnscored(grade: (answer: string) => Score): void {
  const answer = "Der Antrag kostet 37 Euro. ".repeat(longestAnswer);
  const [score, milliseconds] = timed(() => grade(answer));
  expect(score.status, "status of an over-long answer").toBe("unscored");
  expect(milliseconds, "time for an over-long answer").toBeLessThan(longTextBudget);
}

function assertLongIsFast(grade: (answer: string) => Score): void {
  for (const [name, piece] of Object.entries(hostileLine)) {
    const answer = piece.repeat(Math.ceil(longestAnswer / piece.length)).slice(0, longestAnswer);
    const [{ reason }, milliseconds] = timed(() => grade(answer));
    expect(reason.length, `reason for 200 000 characters of ${name}`).toBeLessThan(longestReason);
    expect(milliseconds, `time for 200 000 characters of ${name}`).toBeLessThan(longTextBudget);
  }
}

function timed<Result>(work: () => Result): [Result, number] {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1000];
}

/** Any string at all: half of them German, half of them what nobody would write. */
function answerArbitrary(answers: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    germanArbitrary(answers),
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.array(fc.constantFrom(...hostileTexts), { maxLength: 4 }).map((texts) => texts.join(" ")),
  );
}

const germanPieces = [
  ..."ä ö ü Ä Ö Ü ß é è . , ; : ! ? § ( ) „ “ - – · / *".split(" "),
  ..."Antrag|Bürger:innen|z. B.|1.|31.12.2026|1.234,50 €|nicht|Abs. 2|können|Gebühr".split("|"),
  ..."\n\n|- |Wohngeldbescheid|Straße|37 Euro|muss|bis zum 31. März 2026|Bürgeramt".split("|"),
];

function germanArbitrary(answers: readonly string[]): fc.Arbitrary<string> {
  const pieces = [...germanPieces, ...answers, ...answers.flatMap((answer) => answer.split(" "))];
  return fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((parts) => parts.join(" "));
}

interface GoldenEntry {
  readonly answer: string;
  readonly case?: GradedCase;
  readonly settings?: GraderSettings;
  readonly input?: Omit<GraderInput, "answer" | "case">;
  readonly score?: Score;
}

interface Golden {
  readonly grader: string;
  readonly version: string;
  readonly entries: readonly GoldenEntry[];
}

/**
 * Compares the grader with its golden file. `UPDATE_GOLDEN=1` writes the scores, but only if the
 * grader's version was raised or an entry has no score yet; so no score changes unnoticed.
 *
 * @example
 * test("golden", () => assertGolden(facts, new URL("../golden/graders/facts.json", import.meta.url)));
 */
export function assertGolden(grader: Grader, file: URL): void {
  expect(existsSync(file), `golden file ${file.pathname}`).toBe(true);
  const golden = JSON.parse(readFileSync(file, "utf8")) as Golden;
  expect(golden.grader).toBe(grader.name);
  expect(golden.entries.length, "golden entries").toBeGreaterThan(0);
  const graded = golden.entries.map((entry) => ({ ...entry, score: gradeEntry(grader, entry) }));
  const raised = isHigher(grader.version, golden.version);
  if (process.env["UPDATE_GOLDEN"] === "1" && (raised || golden.entries.some(isNew))) {
    if (!raised) assertUnchanged(grader, golden, graded);
    writeGolden(file, { grader: grader.name, version: grader.version, entries: graded });
    return;
  }
  expect(
    golden.version,
    `The golden file of „${grader.name}“ is of another version than the grader: run with UPDATE_GOLDEN=1 and read the difference.`,
  ).toBe(grader.version);
  for (const entry of golden.entries) {
    expect(isNew(entry), `entry without score: ${entry.answer} (UPDATE_GOLDEN=1 adds it)`).toBe(
      false,
    );
  }
  assertUnchanged(grader, golden, graded);
}

function gradeEntry(grader: Grader, entry: GoldenEntry): Score {
  const input = { ...entry.input, answer: entry.answer, case: entry.case };
  return grader.grade(input, entry.settings).score;
}

function isNew(entry: GoldenEntry): boolean {
  return entry.score === undefined;
}

function assertUnchanged(
  grader: Grader,
  golden: Golden,
  graded: readonly Required<Pick<GoldenEntry, "answer" | "score">>[],
): void {
  for (const [index, entry] of golden.entries.entries()) {
    if (entry.score === undefined) continue;
    expect(
      JSON.parse(JSON.stringify(graded[index]?.score)),
      `A score changed, so raise the version of „${grader.name}“ and run with UPDATE_GOLDEN=1. Answer: ${entry.answer}`,
    ).toEqual(entry.score);
  }
}

/** Compares versions number by number: 1.10 is higher than 1.9. */
function isHigher(version: string, than: string): boolean {
  return version.localeCompare(than, "en", { numeric: true }) > 0;
}

function writeGolden(file: URL, golden: Golden): void {
  writeFileSync(file, `${JSON.stringify(golden, null, 2)}\n`);
}
