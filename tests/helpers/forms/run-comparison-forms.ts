import type { Say } from "../../../reports/say.ts";
import { comparisonFixture } from "../comparison-fixture.ts";

type Forms = (say: Say) => readonly string[];

const counts = [0, 1, 2, 1234];

/** Sentences on two runs, each with 0, 1 and many. */
export const runComparisonForms: Readonly<Record<string, Forms>> = {
  differenceSentence: (say) => runRows.map((row) => say.differenceSentence(row, "A")),
  verdictSentence: (say) =>
    [
      [],
      runRows.slice(0, 1),
      runRows.slice(1, 2),
      runRows.slice(2, 3),
      runRows.slice(1, 3),
      runRows,
    ].map((rows) => say.verdictSentence(rows)),
  changesSentence: (say) =>
    counts.map((count) =>
      say.changesSentence({ ...comparisonFixture(), worseTotal: count, betterTotal: count }),
    ),
  shownChangesSentence: (say) =>
    [
      [0, 0],
      [1, 1],
      [2, 2],
      [1, 3],
      [50, 1234],
    ].map(([shown = 0, total = 0]) => say.shownChangesSentence(shown, total)),
  suiteStateLabel: (say) => {
    const side = { version: "1", hash: "h" };
    const row = {
      suite: "s",
      title: "S",
      shared: 1,
      unsure: 0,
      changed: 0,
      onlyBefore: 0,
      onlyAfter: 0,
    };
    return [
      say.suiteStateLabel({ ...row, after: side }),
      say.suiteStateLabel({ ...row, before: side }),
      say.suiteStateLabel({ ...row, before: side, after: side }),
      say.suiteStateLabel({ ...row, before: side, after: { ...side, hash: "i" } }),
      say.suiteStateLabel({ ...row, changed: 1, before: side, after: { ...side, hash: "i" } }),
    ];
  },
};

const runRows = (["uncertain", "worse", "better"] as const).flatMap((kind) => {
  const [row] = comparisonFixture().differences;
  if (row === undefined) return [];
  const difference = kind === "worse" ? -0.1 : 0.1;
  return [{ ...row, difference, distinguishable: kind !== "uncertain" }];
});
