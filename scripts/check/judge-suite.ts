import { hasReference, type Case, type InputKind } from "../../core/case.ts";
import type { Suite } from "../../core/suite.ts";
import { casesOf } from "../../engine/plan.ts";
import { inputText } from "../../engine/prompt.ts";
import { objections, type Judge } from "./suite-judge.ts";

/** An example, a reference or a copy that was not judged as it must be. */
export interface Misjudgement {
  readonly case: string;
  /** What was judged: `Musterantwort`, `passes.1` … */
  readonly what: string;
  /** German: what was expected and what the graders said. */
  readonly problem: string;
}

/** What a check without any model says of a suite. */
export interface SuiteCheck {
  readonly suite: string;
  readonly cases: number;
  /** Cases that the quick profile asks, and how many are marked for it. */
  readonly quickCases: number;
  readonly quickMarked: number;
  /** Examples (`passes`, `fails`) and how many were judged as written. */
  readonly examples: number;
  readonly asWritten: number;
  /** Share of cases whose source text, taken as the answer, would pass. */
  readonly copyRate: number;
  readonly misjudgements: readonly Misjudgement[];
}

/**
 * Judges a suite's own texts with its own graders: every reference and every `passes` has to be
 * accepted, every `fails` caught by the grader it names, an empty answer refused, and a copy of
 * the source must stay below `passAt`.
 */
export function judgeSuite(suite: Suite, judge: Judge): SuiteCheck {
  const misjudgements = suite.cases.flatMap((graded) => [
    ...checkReference(graded, judge),
    ...checkPasses(graded, judge),
    ...checkFails(graded, judge),
  ]);
  const copyRate = shareOfCopies(suite, judge);
  if (copyRate >= suite.passAt) {
    misjudgements.push({
      case: "alle",
      what: "Kopie",
      problem: `Wer den Text nur abschreibt, besteht ${Math.round(copyRate * 100)} % der Fälle; die Suite misst nichts. Nehmen Sie focus zu den Pflicht-Gradern oder verlangen Sie mehr.`,
    });
  }
  const examples = suite.cases.flatMap(({ passes, fails }) => [...passes, ...fails]).length;
  const wrongExamples = misjudgements.filter(({ what }) => /^(?:passes|fails)\./u.test(what));
  return {
    suite: suite.name,
    cases: suite.cases.length,
    quickCases: casesOf(suite, "quick").length,
    quickMarked: suite.cases.filter(({ quick }) => quick).length,
    examples,
    asWritten: examples - new Set(wrongExamples.map((item) => `${item.case}/${item.what}`)).size,
    copyRate,
    misjudgements,
  };
}

function checkReference(graded: Case, judge: Judge): Misjudgement[] {
  const { reference } = graded;
  if (reference === undefined) return [];
  return inputsOf(graded).flatMap((input) => {
    const judged = judge(graded, reference, { input });
    if (judged.verdict.status === "passed") return [];
    const what = input === "raw" ? "Musterantwort" : "Musterantwort (pseudonymisiert)";
    return [{ case: graded.id, what, problem: `muss bestehen. ${objections(judged)}` }];
  });
}

function checkPasses(graded: Case, judge: Judge): Misjudgement[] {
  return graded.passes.flatMap(({ answer }, index) => {
    const judged = judge(graded, answer);
    if (judged.verdict.status === "passed") return [];
    const what = `passes.${index + 1}`;
    return [{ case: graded.id, what, problem: `muss bestehen. ${objections(judged)}` }];
  });
}

function checkFails(graded: Case, judge: Judge): Misjudgement[] {
  return graded.fails.flatMap(({ answer, grader }, index) => {
    const judged = judge(graded, answer);
    const score = judged.scores.get(grader)?.score;
    const caught = score?.status === "scored" && !score.passed;
    if (caught && judged.verdict.status === "failed") return [];
    const said =
      score === undefined
        ? `gehört nicht zu den Gradern dieses Falls (${[...judged.scores.keys()].join(", ")}).`
        : `sagt: ${score.reason}`;
    const what = `fails.${index + 1}`;
    return [
      { case: graded.id, what, problem: `muss an „${grader}“ scheitern; der Grader ${said}` },
    ];
  });
}

/** Only cases with a model answer count: what an imported assertion lets pass is not ours to say. */
function shareOfCopies({ cases }: Suite, judge: Judge): number {
  const own = cases.filter(hasReference);
  if (own.length === 0) return 0;
  const passed = own.filter((graded) => {
    const copy = graded.input.text ?? graded.input.new ?? "";
    return judge(graded, copy).verdict.status === "passed";
  });
  return passed.length / own.length;
}

function inputsOf(graded: Case): InputKind[] {
  return inputText(graded, "pseudonymised") === undefined ? ["raw"] : ["raw", "pseudonymised"];
}
