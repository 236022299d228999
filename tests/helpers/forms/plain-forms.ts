import type { PlainFacts } from "../../../reports/sentences/plain-sentences.ts";

const counts = [0, 1, 2, 6];
const outcomes = ["best", "shared", "none", "first-look", "open", "nothing-measured"] as const;
const verdicts = [
  "training-beats-model",
  "model-beats-training",
  "equivalent",
  "open",
  undefined,
] as const;

export const plain: PlainFacts = {
  models: 2,
  tasks: 3,
  cases: 90,
  outcome: "shared",
  training: "open",
  leaked: true,
};

/** Every text the summary can be, but for the product of the counts, which change one word each. */
export const everyPlainForm: readonly PlainFacts[] = [
  ...counts.flatMap((models) => [{ ...plain, models }]),
  { ...plain, models: 1, outcome: "none" },
  ...counts.flatMap((tasks) => [{ ...plain, tasks }]),
  ...counts.flatMap((cases) => [{ ...plain, cases }]),
  ...outcomes.flatMap((outcome) =>
    verdicts.flatMap((training) =>
      [true, false, undefined].map((leaked) => ({
        ...plain,
        outcome,
        training,
        leaked,
        ...(outcome === "best" && { name: "mistral-small-3.2" }),
      })),
    ),
  ),
];
