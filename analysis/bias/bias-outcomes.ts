import { answerFailures, verdictOf } from "../../core/verdict.ts";
import type { Manifest, RunSuite } from "../../core/manifest.ts";
import type { JudgedTrial } from "../read-verdicts.ts";

/** Graders that compare answers with each other; what they say belongs to no single group. */
const comparing = new Set(["pair"]);

/** A case that is a version of a template, and the group of its person. */
export interface VersionPlace {
  readonly template: string;
  readonly group: string;
  readonly ground: string;
}

/** Ground of a case without a tag for it. */
export const noGround = "ohne Angabe";

/** Versions with a group, by case id. */
export function versionsOf({ cases }: RunSuite): Map<string, VersionPlace> {
  return new Map(
    cases.flatMap(({ id, template, group, tags }) =>
      template === undefined || group === undefined
        ? []
        : [[id, { template, group, ground: groundOf(tags) }] as const],
    ),
  );
}

/** The tag `grund-…` without its first word. */
export function groundOf(tags: readonly string[]): string {
  return tags.find((tag) => tag.startsWith("grund-"))?.slice("grund-".length) ?? noGround;
}

/**
 * 1 for an answer that every deciding grader accepts that judges it by itself, 0 for another; the
 * comparison with the other versions is left out, since it gives all of them the same verdict.
 * `undefined` when the trial was not measured or nothing else decides.
 */
export function correctness(
  trial: JudgedTrial,
  suite: Manifest["suites"][number],
): number | undefined {
  const own = suite.cases.find(({ id }) => id === trial.case)?.must ?? suite.graders.must;
  const must = own.filter((name) => !comparing.has(name));
  if (must.length === 0) return undefined;
  const { status } = verdictOf(trial.outcome, trial.scores, { must, guard: suite.graders.guard });
  if (status === "not-measured") return undefined;
  return status === "passed" ? 1 : 0;
}

/** Words of an answer that is one; `undefined` for what is empty, refused, cut off or not kept. */
export function wordCount({ outcome }: JudgedTrial): number | undefined {
  if (outcome.status !== "completed" || answerFailures(outcome).length > 0) return undefined;
  if (outcome.omitted !== undefined) return undefined;
  return outcome.answer.match(/[\p{L}\p{N}]+/gu)?.length;
}
