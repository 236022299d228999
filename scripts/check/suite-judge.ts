import type { Case, InputKind } from "../../core/case.ts";
import type { Grader } from "../../core/grader.ts";
import { mustGraders, type Suite } from "../../core/suite.ts";
import { verdictOf, type GradedScore, type Verdict } from "../../core/verdict.ts";
import { decidingGraders, isLater, settingsOf } from "../../engine/grade.ts";
import classes from "../../reports/words/failure-classes.json" with { type: "json" };

/** What the graders of a suite said of an answer. */
export interface Judged {
  readonly verdict: Verdict;
  readonly scores: ReadonlyMap<string, GradedScore>;
}
export type Judge = (graded: Case, answer: string, situation?: Situation) => Judged;

/** What an answer was given to, where it is not the raw input of a case by itself. */
export interface Situation {
  readonly input?: InputKind;
  /** Answers to the other versions; without them their references stand in. */
  readonly others?: readonly string[];
}

/**
 * Judges as the run does; what compares answers is given the references of the other versions, and what
 * asks a model is left out.
 */
export function makeJudge(suite: Suite, graders: readonly Grader[]): Judge {
  const templates = Map.groupBy(suite.cases, ({ template }) => template);
  return (graded, answer, { input = "raw", others } = {}) => {
    const judging = decidingGraders({ suite, graders }, graded).filter(
      (grader) => !isLater(suite, graded, grader),
    );
    const asking = graders.filter((grader) => isLater(suite, graded, grader));
    const must = mustGraders(suite, graded).filter(
      (name) => !asking.some((grader) => grader.name === name),
    );
    const references = (graded.template === undefined ? [] : (templates.get(graded.template) ?? []))
      .filter(({ id }) => id !== graded.id)
      .flatMap(({ reference }) => reference ?? []);
    const scores = new Map(
      judging.map((grader) => [
        grader.name,
        grader.grade(
          {
            answer,
            answers: others ?? references,
            case: graded,
            finishReason: "stop",
            inputKind: input,
          },
          settingsOf(suite, graded, grader),
        ),
      ]),
    );
    const guard = [...scores.keys()].filter(
      (name) => !must.includes(name) && !suite.graders.hint.includes(name),
    );
    const outcome = { status: "completed", answer, finishReason: "stop" } as const;
    return { verdict: verdictOf(outcome, scores, { must, guard }), scores };
  };
}

/** What the graders that object say. */
export function objections({ scores, verdict }: Judged): string {
  const said = [...scores].flatMap(([name, { score }]) =>
    score.status === "scored" && score.passed ? [] : [`${name}: ${score.reason}`],
  );
  const how = verdict.status === "failed" ? classes[verdict.class].title : "nicht gemessen";
  return `(${how}) ${said.join(" · ")}`;
}
