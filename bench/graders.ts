import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import type { Case } from "../core/case.ts";
import type { Grader } from "../core/grader.ts";
import type { Suite } from "../core/suite.ts";
import { readSuite } from "../datasets/read-suite.ts";
import { graders } from "../graders/registry.ts";
import { suitesFolder } from "../scripts/folders.ts";
import { decidingGraders, type GradingPlace } from "../engine/grade.ts";
import { gradingPlace, shippedSuites } from "../scripts/load-suites.ts";

/** An answer to be graded, with the case and suite it belongs to. */
interface Item {
  readonly suite: Suite;
  readonly case: Case;
  readonly answer: string;
}

const answerLength = 800;
const perGrader = 400;
const perSet = 10_000;
const perNewCase = 300;

/**
 * Times the graders on one core: each by itself on 400 answers, and the whole set of one suite on
 * 10 000 answers of about 800 characters. Answers are cut from the suites' own texts, every one a
 * little different, so that no whole answer can be remembered from the one before; no grader keeps
 * anything of single sentences. As in a run, a case is answered again and again, answers come out of
 * JSON, and only the graders that decide on a case or give hints judge its answers; what it costs when
 * every answer belongs to a case never seen before is told as well.
 */
export function benchGraders(print: (line: string) => void): void {
  const suites = shippedSuites().map((name) => readSuite(join(suitesFolder, name)));
  const items = makeItems(suites);
  print(`${state()}, ${availableParallelism()} Kerne, Node.js ${process.version}`);
  print("Mikrosekunden Prozessorzeit aller Threads, nach einem Zehntel zum Warmlaufen.");
  print(`Grader (n = ${perGrader}), je Antwort von 800 Zeichen und je 1 000 Zeichen:`);
  for (const grader of graders.values()) {
    const own = items.filter((item) => item.suite.graders.must.includes(grader.name));
    const sample = (own.length > 0 ? own : items).slice(0, perGrader);
    const perAnswer = timePerItem(sample, (item) => grade(grader, item));
    print(
      `  ${grader.name.padEnd(16)} ${round(perAnswer).padStart(8)} ${round((perAnswer / answerLength) * 1000).padStart(8)}`,
    );
  }
  for (const suite of suites) {
    const own = itemsOf(suite);
    const many = repeated(own, perSet).map(varied);
    const perAnswer = timePerItem(many, gradeBySet);
    const once = repeated(own, perNewCase).map(ofNewCase).map(varied);
    const perNew = timePerItem(once, gradeBySet);
    print(
      `Satz von ${suite.name} (n = ${perSet}): ${round(1e6 / perAnswer)} Antworten je Sekunde, ${own.length} Fälle im Wechsel; jede Antwort zu einem neuen Fall (n = ${perNewCase}): ${round(1e6 / perNew)}`,
    );
  }
  print(state());
}

/** Time and load, without which no figure says anything. */
function state(): string {
  const load = loadavg().map((value) => value.toFixed(1).replace(".", ","));
  return `${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC, Last ${load.join(" / ")}`;
}

/** What a run grades an answer with. */
function gradeBySet(item: Item): void {
  const { suite, graders: all } = gradingPlaceOf(item.suite);
  for (const grader of decidingGraders({ suite, graders: all }, item.case)) grade(grader, item);
}

const places = new Map<Suite, GradingPlace>();

function gradingPlaceOf(suite: Suite): GradingPlace {
  const place = places.get(suite) ?? gradingPlace(suite);
  places.set(suite, place);
  return place;
}

function makeItems(suites: readonly Suite[]): Item[] {
  return repeated(suites.flatMap(itemsOf), perGrader * 3).map(varied);
}

function itemsOf(suite: Suite): Item[] {
  return suite.cases.map((graded) => {
    const text = [graded.reference, ...graded.passes.map(({ answer }) => answer), graded.input.text]
      .join(" ")
      .repeat(4);
    return { suite, case: graded, answer: text.slice(0, answerLength) };
  });
}

/** So many items, the given ones in turn. */
function repeated(items: readonly Item[], count: number): Item[] {
  return Array.from({ length: count }, (_, index) => {
    const item = items[index % items.length];
    if (item === undefined) throw new RangeError("no items to grade");
    return item;
  });
}

function varied(item: Item, index: number): Item {
  // As read from the journal of a run, and not in pieces that are joined when first looked at.
  const written = JSON.stringify(`${item.answer.slice(0, -8)} ${index}.`);
  return { ...item, answer: JSON.parse(written) as string };
}

/** The case with other texts, of which nothing can be known from before. */
function ofNewCase(item: Item, index: number): Item {
  const { input, reference } = item.case;
  const texts = Object.entries(input).map(([name, text]) => [name, `${text} ${index}.`] as const);
  const renewed = {
    ...item.case,
    input: Object.fromEntries(texts),
    reference: `${reference} ${index}.`,
  };
  return { ...item, case: renewed };
}

function grade(grader: Grader, { suite, case: graded, answer }: Item): void {
  grader.grade(
    { answer, case: graded, finishReason: "stop" },
    { options: suite.options[grader.name], threshold: suite.threshold[grader.name] },
  );
}

/**
 * Microseconds of processor time per item, after a warm-up on the first tenth. The time of the threads
 * that collect garbage and compile counts as well, so that it is what one core takes.
 */
function timePerItem(items: readonly Item[], work: (item: Item) => void): number {
  for (const item of items.slice(0, Math.ceil(items.length / 10))) work(item);
  const before = process.cpuUsage();
  for (const item of items) work(item);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / items.length;
}

function round(value: number): string {
  return Math.round(value).toLocaleString("de-DE");
}
