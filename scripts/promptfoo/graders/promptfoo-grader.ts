import { z } from "zod";
import type { Assertion } from "../../../core/assertion.ts";
import { number } from "../../../core/coerce.ts";
import {
  defineGrader,
  type Grader,
  type GraderContext,
  type GraderInput,
  type GraderSettings,
  type Judgement,
} from "../../../core/grader.ts";
import { promptfooVersion } from "../../../models/promptfoo-packages.ts";
import type { AssertionOrder } from "./assertion-order.ts";
import { judgeLater, judgeNow } from "./assertion-worker.ts";
import { assertionTypes, baseType } from "./assertion-types.ts";
import { assertsGrader, promptfooPrefix } from "./names.ts";

const judge = z
  .string()
  .optional()
  .describe(
    "Modell, das urteilt, wie bei eval (compatible:haus); nur für Prüfungen, die ein Modell fragen.",
  );
const assertsOptions = z.strictObject({ judge });
const typeOptions = z.strictObject({
  judge,
  embeddings: z
    .string()
    .optional()
    .describe(
      "Modell für Einbettungen, wo eine Prüfung neben judge auch eines davon fragt (answer-relevance).",
    ),
  value: z
    .unknown()
    .optional()
    .describe("Womit verglichen wird; {{reference}} setzt die Musterantwort ein."),
  threshold: number().optional().describe("threshold der Prüfung in promptfoo."),
  rubricPrompt: z.string().optional().describe("Eigener Auftrag an das urteilende Modell."),
  config: z.record(z.string(), z.unknown()).optional().describe("config der Prüfung in promptfoo."),
});

const made = new Map<string, Grader>();

/**
 * The grader for a type of assertion (`promptfoo:contains`), or for those of the case
 * (`promptfoo:asserts`); absent when promptfoo has no such type. promptfoo is loaded with the first
 * answer, in a thread of its own. It does not measure what promptfoo itself cannot: an empty answer is no
 * answer here, and a failure of promptfoo's own is unscored, never 0.
 *
 * @example
 * promptfooGrader("promptfoo:contains")?.grade({ answer: "37 Euro" }, { options: { value: "37" } }).score; // value 1
 */
export function promptfooGrader(name: string): Grader | undefined {
  const type = name.slice(promptfooPrefix.length);
  if (name !== assertsGrader && !assertionTypes().has(baseType(type))) return undefined;
  const grader = made.get(name) ?? withJudge(name === assertsGrader ? asserts : ofType(type));
  made.set(name, grader);
  return grader;
}

/** Makes the grader with a way to get a judgement. */
type Making = (decide: (order: AssertionOrder) => Judgement) => Grader;

/**
 * Without a judge promptfoo decides at once. With one the grader is asked after the calls of the run
 * (`gradeLater`); until then it has not judged.
 */
function withJudge(make: Making): Grader {
  const asking: Judgement = {
    status: "unscored",
    reason: "Dieser Grader fragt ein Modell; das geschieht nur bei eval und grade.",
  };
  const grader = make((order) => (order.judge === undefined ? judgeNow(order) : asking));
  return {
    ...grader,
    isLater: ({ options }) => (options as { judge?: string } | undefined)?.judge !== undefined,
    gradeLater: async (input: GraderInput, settings?: GraderSettings) => {
      const orders: AssertionOrder[] = [];
      const first = make((order) => {
        orders.push(order);
        return asking;
      }).grade(input, settings);
      const [order] = orders;
      if (order === undefined) return first;
      const judgement = await judgeLater(order);
      return make(() => judgement).grade(input, settings);
    },
  };
}

const version = `1, promptfoo ${promptfooVersion()}`;

function asserts(decide: Parameters<Making>[0]): Grader {
  return defineGrader({
    name: assertsGrader,
    version,
    title: "Prüfungen von promptfoo, die im Fall stehen",
    needs: ["expected.assertions"],
    options: assertsOptions,
    judge: (answer, context) => {
      const { assertions = [], assertionThreshold: threshold } = context.case.expected ?? {};
      return decide({ ...orderFor(answer, context), assertions, threshold });
    },
  });
}

function ofType(type: string): Making {
  return (decide) =>
    defineGrader({
      name: `${promptfooPrefix}${type}`,
      version,
      title: `Prüfung „${type}“ von promptfoo`,
      needs: [],
      options: typeOptions,
      judge: (answer, context) =>
        decide({ ...orderFor(answer, context), assertions: [assertionOf(type, context.options)] }),
    });
}

/** The assertion that the options of a grader `promptfoo:<type>` stand for. */
export function assertionOf(type: string, options: unknown): Assertion {
  const { judge: _judge, ...fields } = (options ?? {}) as Record<string, unknown>;
  return { type, ...definedOnly(fields) };
}

/** Everything but the assertions. What `{{name}}` stands for: the case's texts, and what it names itself. */
function orderFor(
  answer: string,
  { case: graded, finishReason, options }: GraderContext<{ readonly judge?: string | undefined }>,
): Omit<AssertionOrder, "assertions"> {
  const { input = {}, reference, expected } = graded;
  return {
    answer,
    finishReason,
    vars: { ...definedOnly({ ...input, reference }), ...expected?.assertionVars },
    judge: options.judge,
    protection: graded.protection,
  };
}

function definedOnly(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
