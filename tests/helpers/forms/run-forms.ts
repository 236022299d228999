import { findingsFixture } from "../findings-fixture.ts";
import type { Say } from "../../../reports/say.ts";
import { price, rate } from "../sentence-rows.ts";

type Forms = (say: Say) => readonly string[];

const counts = [0, 1, 2, 1234];
const { findings } = findingsFixture("quick");
const check = { method: "m", rows: 4, smallestRatio: 0.9, largestRatio: 1.1, deviating: 0 };

/** Sentences on the run, its cases, its failures and its requirements, each with 0, 1 and many. */
export const runForms: Readonly<Record<string, Forms>> = {
  counted: (say) => counts.map((count) => say.counted(count, "case", "dative")),
  listed: (say) => [[], ["A"], ["A", "B"], ["A", "B", "C"]].map((names) => say.listed(names)),
  yearsText: (say) => counts.map((count) => say.yearsText(count)),
  answersText: (say) => counts.map((count) => say.answersText(count)),
  inQuotes: (say) => [say.inQuotes("T")],
  titled: (say) => [say.titled("T")],
  casesOutOf: (say) => counts.map((count) => say.casesOutOf(0, count)),
  percentagePoints: (say) => [0, 0.01, -0.01, 0.02].map((value) => say.percentagePoints(value)),
  scopeSentence: (say) =>
    [1, 2].flatMap((count) => {
      const suites = findings.suites.slice(0, count).map((suite) => ({ ...suite, cases: 1 }));
      const run = { ...findings, suites, run: { ...findings.run, attempts: count } };
      return [say.scopeSentence(run, count, 0), say.scopeSentence(run, count, count)];
    }),
  completenessSentence: (say) =>
    counts.map((count) =>
      say.completenessSentence({
        ...findings.run,
        plannedTrials: 2 * count,
        completedTrials: count,
        failedTrials: count,
      }),
    ),
  purposeSentence: (say) => counts.map((count) => say.purposeSentence(count)),
  passesSentence: (say) => [
    say.passesSentence("V", [{ name: "A", passed: 0, suites: 1 }]),
    say.passesSentence("V", [
      { name: "A", passed: 1, suites: 3 },
      { name: "B", passed: 0, suites: 1 },
    ]),
  ],
  limitSentences: (say) => [
    ...say.limitSentences([]),
    ...say.limitSentences([
      { name: "K", rate, ceiling: false },
      { name: "L", rate, ceiling: false },
      { name: "M", rate, ceiling: true },
    ]),
  ],
  moreModelsSentence: (say) => [say.moreModelsSentence(7, "K")],
  partlyMeasuredText: (say) => [
    say.partlyMeasuredText(0, 3),
    say.partlyMeasuredText(1, 1),
    say.partlyMeasuredText(2, 3),
  ],
  truncatedText: (say) => [say.truncatedText(0, 0), say.truncatedText(1, 10)],
  criticalSentence: (say) => [["x"], ["x", "y"]].map((ids) => say.criticalSentence("A", "T", ids)),
  criticalUnknownSentence: (say) =>
    [["x"], ["x", "y"]].map((ids) => say.criticalUnknownSentence("A", "T", ids)),
  unreliableSentence: (say) => [say.unreliableSentence("A", "T", say.percent(0.07))],
  nativeUncheckedSentence: (say) => counts.map((count) => say.nativeUncheckedSentence(count)),
  withheldSentence: (say) => counts.map((count) => say.withheldSentence("A", count)),
  hiddenFailuresSentence: (say) =>
    [
      [1, 1],
      [2, 2],
      [1, 2],
      [400, 1234],
    ].map(([shown = 0, all = 0]) => say.hiddenFailuresSentence(shown, all)),
  printedFailuresSentence: (say) => [1, 5].map((most) => say.printedFailuresSentence(most, "F")),
  noFailureSentence: (say) => counts.map((count) => say.noFailureSentence(count, 5)),
  commonestFailureSentence: (say) => [say.commonestFailureSentence("X", 1, 9)],
  commonestByTaskSentence: (say) => [
    say.commonestByTaskSentence([{ task: "T", title: "X", count: 1, judged: 1 }]),
    say.commonestByTaskSentence([
      { task: "T", title: "X", count: 1, judged: 2 },
      { task: "U", title: "Y", count: 2, judged: 9 },
    ]),
  ],
  severityLabel: (say) => [1, 2, 3, 4].map((severity) => say.severityLabel(severity)),
  exampleSentence: (say) =>
    (["same-case", "other-case", "only-bad", "only-good"] as const).map((state) =>
      say.exampleSentence(state),
    ),
  itemsSentence: (say) =>
    [
      [0, 0, 0],
      [0, 0, 1],
      [1, 2, 9],
      [2, 4, 9],
    ].map(([doubtful = 0, marked = 0, all = 0]) => say.itemsSentence({ doubtful, marked, all })),
  noticesSentence: (say) => counts.map((count) => say.noticesSentence(count)),
  powerSentence: (say) =>
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [7, 2],
    ].map(([rows = 0, blind = 0]) => say.powerSentence({ rows, blind })),
  intervalCheckSentence: (say) => [
    say.intervalCheckSentence({ method: "m", rows: 0, deviating: 0 }),
    say.intervalCheckSentence({ ...check, rows: 1 }),
    say.intervalCheckSentence({ ...check, deviating: 1 }),
    say.intervalCheckSentence({ ...check, deviating: 2 }),
  ],
  smallestText: (say) => [say.smallestText(undefined), say.smallestText(0.124)],
  casesNeededText: (say) => [say.casesNeededText(undefined), say.casesNeededText(1180)],
  protectionSentence: (say) => [
    say.protectionSentence([], 0),
    say.protectionSentence([{ name: "X", cases: 1 }], 0),
    say.protectionSentence(
      [
        { name: "X", cases: 9 },
        { name: "Y", cases: 2 },
      ],
      1,
    ),
  ],
  permissionText: (say) => [say.permissionText(true), say.permissionText(false)],
  reliabilitySentence: (say) =>
    [0, 1, 3].map((flips) => {
      const share = { value: 0.5, low: 0.2, high: 0.8, method: "m" };
      const row = { ...price, input: "raw" as const, n: 5, attempts: 3, incomplete: 0 };
      return say.reliabilitySentence({ ...row, flips, once: share, always: share }, "A");
    }),
};
