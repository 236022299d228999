import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import { buildRun, series, type TrialSpec } from "./build-run.ts";

function notices(trials: readonly TrialSpec[]) {
  return analyse(buildRun({ trials })).findings.notices.map(({ kind, text }) => ({ kind, text }));
}

describe("what a run cannot say is a sentence", () => {
  test("nothing measured: no rate, and why", () => {
    const found = notices([
      { case: "a", result: "no-answer" },
      { case: "b", result: "unscored" },
    ]);
    expect(found).toEqual([
      {
        kind: "nothing-measured",
        text: "Suite s, m (trained): Kein Durchgang ist gemessen (1 ohne Antwort, 1 ohne Urteil). Eine Quote gibt es nicht.",
      },
    ]);
  });

  test("one case", () => {
    expect(notices([{ case: "a" }])[0]?.text).toContain("Nur ein Fall");
  });

  test("all failed, all passed: the exact bound stands beside", () => {
    expect(notices(series({}, { passed: 0, of: 50 }))[0]?.text).toContain("5,8 %");
    const [passed] = notices(series({}, { passed: 50, of: 50 }));
    expect(passed).toMatchObject({ kind: "all-passed" });
    expect(passed?.text).toContain("Das heißt nicht, dass nie etwas misslingt; bis zu 5,8 %");
  });

  test("missing pairs are counted; none in common is said", () => {
    const a = series({ model: "a" }, { passed: 6, of: 12 });
    const b = series({ model: "b" }, { passed: 4, of: 9 });
    expect(notices([...a, ...b])).toEqual([
      {
        kind: "missing-pairs",
        text: "Suite s, a und b (trained): Nur 9 von 12 Fällen sind bei beiden gemessen; verglichen wird auf diesen.",
      },
    ]);
    const apart = b.map((trial) => ({ ...trial, case: `x-${trial.case}` }));
    expect(notices([...a, ...apart])[0]?.text).toContain("werden nicht verglichen");
  });

  test("a run as it should be needs none", () => {
    expect(notices(series({}, { passed: 6, of: 12 }))).toEqual([]);
  });
});
