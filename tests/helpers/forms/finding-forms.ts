import { failureClasses } from "../../../core/failure-class.ts";
import type { TrainingStatement } from "../../../core/findings-training.ts";
import { reportDetailsSchema } from "../../../core/report-details.ts";
import type { Say } from "../../../reports/say.ts";
import { comparison, gain, leak, pair, price, rate } from "../sentence-rows.ts";

/** Every form of a sentence in one language. */
type Forms = (say: Say) => readonly string[];

const around = { low: -0.1, high: 0.3 };
const below = { low: -0.3, high: -0.1 };
const statement: TrainingStatement = {
  ...gain,
  verdict: "open",
  margin: 0.05,
  casesNeeded: 120,
} as TrainingStatement;
const transfer = {
  suite: "alle",
  models: ["a", "b"],
  holds: true,
  smallestGain: 0.1,
  largestGain: 0.2,
};
const bound = {
  suite: "s",
  model: "a",
  variant: "trained",
  input: "raw",
  scope: "all",
  failed: 0,
  n: 10,
  upper: 0.259,
  method: "m",
} as const;

/** Sentences on models, comparisons, training and safety, each with 0, 1 and many. */
export const findingForms: Readonly<Record<string, Forms>> = {
  bestModelSentence: (say) => [say.bestModelSentence("A", rate)],
  onlyModelSentence: (say) => [say.onlyModelSentence("A", rate)],
  ratesSentence: (say) => [
    say.ratesSentence("V", [{ name: "A", rate, where: "T" }]),
    say.ratesSentence("V", [
      { name: "A", rate, where: "T" },
      { name: "B", rate, where: "U" },
    ]),
  ],
  comparisonSentence: (say) =>
    comparisonRows.map((row) => say.comparisonSentence(row, { a: "A", b: "B" })),
  comparisonWord: (say) => comparisonRows.map((row) => say.comparisonWord(row, { a: "A", b: "B" })),
  decisionSentence: (say) => [
    say.decisionSentence(gain, pair),
    say.decisionSentence({ ...gain, ...around }, pair),
    say.decisionSentence({ ...gain, ...below }, pair),
  ],
  openSentence: (say) => [
    say.openSentence(undefined),
    say.openSentence(statement),
    say.openSentence({ ...statement, verdict: "equivalent" }),
    say.openSentence({ ...statement, verdict: "training-beats-model" }),
  ],
  trainingGainSentence: (say) => [
    say.trainingGainSentence(gain, "A"),
    say.trainingGainSentence({ ...gain, ...around }, "A"),
    say.trainingGainSentence({ ...gain, ...below }, "A"),
  ],
  transferSentence: (say) => [
    say.transferSentence({ ...transfer, models: ["a"] }),
    say.transferSentence(transfer),
    say.transferSentence({ ...transfer, holds: false }),
  ],
  gainLabel: (say) =>
    (
      [
        "training-gain",
        "model-gain",
        "decision-contrast",
        "trained-model-gain",
        "interaction",
      ] as const
    ).map((kind) => say.gainLabel(kind, pair)),
  exposureSentence: (say) => [
    say.exposureSentence(
      {
        suite: "s",
        variant: "trained",
        input: "raw",
        n: 14,
        value: 4.2,
        low: 3.1,
        high: 5.3,
        method: "m",
      },
      "T",
    ),
  ],
  leakSentence: (say) => [
    say.leakSentence({ ...leak, n: 1, withLeak: 0, value: 0, high: 0.95 }, "A"),
    say.leakSentence({ ...leak, withLeak: 0, value: 0 }, "A"),
    say.leakSentence(leak, "A"),
  ],
  zeroLeakNote: (say) => [say.zeroLeakNote({ ...leak, withLeak: 0, value: 0 })],
  priceSentence: (say) => [
    say.priceSentence({ ...price, low: 0.1 }, "A", "T"),
    say.priceSentence({ ...price, ...around }, "A", "T"),
    say.priceSentence({ ...price, ...below }, "A", "T"),
  ],
  placeholderText: (say) => [
    say.placeholderText(price),
    say.placeholderText({
      ...price,
      placeholdersKept: { n: 9, value: 0.5, low: 0.2, high: 0.8, method: "m" },
    }),
  ],
  boundSentence: (say) => [
    say.boundSentence(bound, "T"),
    say.boundSentence({ ...bound, failed: 1, scope: "critical" }, "T"),
    say.boundSentence({ ...bound, failed: 1, n: 1 }, "T"),
    say.boundSentence({ ...bound, failed: 10 }, "T"),
  ],
  withCondition: (say) => [say.withCondition("R.", say.conditions.wrong)],
  recommendedSentence: (say) => [
    say.recommendedSentence("A", undefined),
    say.recommendedSentence("A", 0.87),
  ],
  sharedFirstSentence: (say) => [
    say.sharedFirstSentence([{}, {}], ["A", "B"]),
    say.sharedFirstSentence([{ first: 0.6 }, { first: 0.4 }, {}], ["A", "B", "C"]),
  ],
  steadySentence: (say) =>
    [
      [0, 0],
      [0, 1],
      [1, 1],
      [0, 7],
      [1, 7],
      [3, 7],
    ].map(([changed = 0, all = 0]) => say.steadySentence(changed, all)),
  zeroSentence: (say) =>
    [
      [0, 0],
      [0, 1],
      [1, 1],
      [2, 7],
    ].map(([zeros = 0, rows = 0]) => say.zeroSentence(zeros, rows)),
  biasSentence: (say) =>
    [[], [false], [true], [false, false], [true, false, true]].map((rows) =>
      say.biasSentence(rows.map((distinguishable) => ({ distinguishable }))),
    ),
  failureClassLabel: (say) =>
    failureClasses.map(
      (name) => `${say.failureClassLabel(name).title}: ${say.failureClassLabel(name).meaning}`,
    ),
  nextTestSentence: (say) => [
    say.nextTestSentence(undefined),
    say.nextTestSentence(reportDetailsSchema.parse({ nextTest: "2027-05-01" })),
  ],
};

const comparisonRows = [
  comparison,
  { ...comparison, difference: -0.17 },
  { ...comparison, distinguishable: false },
  {
    ...comparison,
    distinguishable: false,
    equivalence: { equivalent: true, margin: 0.05, p: 0.01, pHolm: 0.01, method: "m" },
  },
  { ...comparison, byConstruction: true },
];
