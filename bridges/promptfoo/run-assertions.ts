import type {
  ApiProvider,
  Assertion as PromptfooAssertion,
  AtomicTestCase,
  GradingResult,
} from "promptfoo";
import { judgesIn, type Assertion } from "../../core/assertion.ts";
import type { DataClass } from "../../core/data-class.ts";
import type { Judgement } from "../../core/grader.ts";
import type { FinishReason } from "../../core/outcome.ts";
import type { Promptfoo } from "./quiet-promptfoo.ts";

/** What promptfoo is to judge. Everything in it can be sent to a worker. */
export interface AssertionOrder {
  readonly assertions: readonly Assertion[];
  /** Of the test: from which weighted mean it passes; absent when every assertion has to. */
  readonly threshold?: number | undefined;
  /** What `{{name}}` stands for. */
  readonly vars: Readonly<Record<string, unknown>>;
  readonly answer: string;
  readonly finishReason: FinishReason;
  /** Id of the model that judges; only model-graded assertions ask it. */
  readonly judge?: string | undefined;
  /** Data class of the case: not every model may judge it. Default: synthetic. */
  readonly protection?: DataClass | undefined;
}

/**
 * Lets promptfoo judge an answer by its own assertions. What its graders could not judge for a reason of
 * their own (no key, an outage, an unreadable verdict of the judge, a missing package) is unscored, where
 * promptfoo itself gives 0 points.
 */
export async function runAssertions(
  { assertions }: Promptfoo,
  order: AssertionOrder,
  judges: Judges,
): Promise<Judgement> {
  const { vars, threshold, answer, finishReason } = order;
  const test = {
    vars,
    assert: order.assertions.map((one) => withJudge(one, order.judge, judges)),
    ...(threshold !== undefined && { threshold }),
  } as unknown as AtomicTestCase;
  try {
    const result = await assertions.runAssertions({
      test,
      prompt: questionOf(vars),
      providerResponse: { output: answer, finishReason: finishReason.replace("-", "_") },
    });
    return judgementOf(result);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    return unscored(message);
  }
}

/** What stands for the prompt, which some judges are shown: the question, else all that was put in. */
function questionOf(vars: AssertionOrder["vars"]): string {
  const { question } = vars;
  if (typeof question === "string") return question;
  return Object.values(vars)
    .filter((value) => typeof value === "string")
    .join("\n");
}

/** Models that judge, by the id that the person gave them. */
export type Judges = ReadonlyMap<string, ApiProvider | string>;

/** Ids of all models that an order asks. */
export function judgesOf({ judge, assertions }: AssertionOrder): string[] {
  const own = assertions.flatMap(judgesIn);
  return [...new Set([judge, ...own].filter((id) => id !== undefined))];
}

/**
 * Only judges that the person named are asked (`judge`, `embeddings`), not one that an assertion brings
 * along as promptfoo's `provider`.
 */
function withJudge(
  { provider: _provider, judge, embeddings, assert, ...assertion }: Assertion,
  usual: string | undefined,
  judges: Judges,
): PromptfooAssertion {
  const id = typeof judge === "string" ? judge : usual;
  const words = id === undefined ? undefined : judges.get(id);
  const numbers = typeof embeddings === "string" ? judges.get(embeddings) : undefined;
  const both = { text: words, classification: words, moderation: words, embedding: numbers };
  const provider = numbers === undefined ? words : both;
  return {
    ...assertion,
    ...(provider !== undefined && { provider }),
    ...(assert !== undefined && { assert: assert.map((one) => withJudge(one, id, judges)) }),
  } as PromptfooAssertion;
}

function judgementOf(result: GradingResult): Judgement {
  const broken = brokenParts(result);
  if (broken !== undefined) return unscored(broken.reason);
  const { pass: passed, score, reason } = result;
  const value = Math.min(1, Math.max(0, score));
  if (Number.isNaN(value)) return unscored(`Punktzahl ${score}`);
  const said = passed ? "bestanden" : `„${reason}“`;
  return { status: "scored", value, passed, reason: `promptfoo: ${said}.` };
}

/** A part that says of itself that the grader, and not the answer, is to blame. */
function brokenParts(result: GradingResult): GradingResult | undefined {
  const inside = result.componentResults?.map(brokenParts).find((part) => part !== undefined);
  if (inside !== undefined) return inside;
  const isGraderError = result.metadata?.["graderError"] === true;
  return isGraderError || (!result.pass && ownTrouble.test(result.reason)) ? result : undefined;
}

/**
 * What promptfoo says of trouble that it does not mark as such. A program that breaks off over an answer
 * is none: it expected another form, and promptfoo fails the answer. A program that cannot even start is.
 */
const ownTrouble =
  /API key is not set|package is required|requires the \S+ package|is not installed|API call error|ModuleNotFoundError|ImportError|Cannot find (?:module|package)|ENOENT|No such file|python\S* (?:was )?not found/iu;

function unscored(message: string): Judgement {
  const [line = ""] = message.split("\n");
  return { status: "unscored", reason: `promptfoo konnte nicht urteilen: ${line}` };
}
