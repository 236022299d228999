import { describe, expect, test } from "vitest";
import { analyse } from "../../../analysis/analyse.ts";
import { createRandom } from "../../../analysis/statistics/random.ts";
import type { RunRecords } from "../../../analysis/run-records.ts";
import { buildRun, type TrialSpec } from "../build-run.ts";

interface Design {
  readonly templates: number;
  /** Persons a group. */
  readonly persons: number;
  readonly passes: (group: string, template: number, person: number) => boolean;
}

/** Templates of the ground „herkunft“ with two groups. */
function pairRun({ templates, persons, passes }: Design): RunRecords {
  const versions = Array.from({ length: templates }, (_, template) =>
    ["deutsch", "tuerkisch"].flatMap((group) =>
      Array.from({ length: persons }, (__, person) => {
        const id = `t${template}-${group}-${person}`;
        const summary = { id, template: `t${template}`, group, tags: ["bias", "grund-herkunft"] };
        return { summary, passed: passes(group, template, person) };
      }),
    ),
  ).flat();
  const trials = versions.map(({ summary, passed }): TrialSpec => {
    return { suite: "verzerrung", case: summary.id, result: passed ? "passed" : "failed" };
  });
  const suite = {
    name: "verzerrung",
    graders: { must: ["personal-data"] },
    cases: versions.map(({ summary }) => summary),
  };
  return buildRun({ trials, manifest: { suites: [suite] } });
}

function correctPair(records: RunRecords) {
  return analyse(records).findings.bias?.pairs.find(({ outcome }) => outcome === "correct");
}

describe("pairs of groups", () => {
  test("one pair a template: exact McNemar, vector 10 to 2", () => {
    const row = correctPair(
      pairRun({
        templates: 30,
        persons: 1,
        passes: (group, at) =>
          at < 10 ? group === "deutsch" : at < 12 ? group !== "deutsch" : true,
      }),
    );
    expect(row).toMatchObject({ ground: "herkunft", a: ["deutsch"], b: ["tuerkisch"] });
    expect(row).toMatchObject({ templates: 30, names: 60, answers: 60 });
    expect(row?.p).toBeCloseTo(0.038574, 6);
    expect(row?.difference).toBeCloseTo(8 / 30, 9);
    expect(row?.method).toContain("McNemar");
  });

  test("several persons a template: signs are flipped over templates, not over answers", () => {
    const row = correctPair(
      pairRun({ templates: 6, persons: 4, passes: (group) => group === "deutsch" }),
    );
    expect(row?.p).toBeCloseTo(2 / 2 ** 6, 9);
    expect(row?.method).toContain("Vorlagen");
    expect(row?.distinguishable).toBe(true);
  });

  test("five templates could not have shown anything, however many answers", () => {
    const row = correctPair(
      pairRun({ templates: 5, persons: 10, passes: (group) => group === "deutsch" }),
    );
    expect(row?.smallest).toBeUndefined();
    expect(row?.distinguishable).toBe(false);
  });

  test("no difference: an interval that is no point, and the effect that could have been seen", () => {
    const row = correctPair(pairRun({ templates: 12, persons: 2, passes: () => true }));
    expect(row).toMatchObject({ difference: 0, p: 1, distinguishable: false });
    expect(row?.high).toBeGreaterThan(0.1);
    expect(row?.smallest).toBeGreaterThan(0.3);
  });

  test("a group that was not measured is no row", () => {
    const records = pairRun({ templates: 6, persons: 1, passes: () => true });
    const trials = records.trials.filter((trial) => trial.case.includes("deutsch"));
    expect(analyse({ ...records, trials }).findings.bias).toBeUndefined();
  });

  test("equal groups are called different in at most 5 %", () => {
    const random = createRandom(20261129, 4);
    const runs = 200;
    const alarms = Array.from({ length: runs }).filter(() => {
      const records = pairRun({ templates: 10, persons: 2, passes: () => random() % 10 < 6 });
      const pairs = analyse({ ...records, manifest: { ...records.manifest } }).findings.bias?.pairs;
      return pairs?.some(
        ({ outcome, distinguishable }) => outcome === "correct" && distinguishable,
      );
    });
    expect(alarms.length / runs).toBeLessThanOrEqual(0.05);
  });
});

describe("scores after BBQ", () => {
  const nothingChosen = { target: 0, nonTarget: 0, unknown: 0, refusal: 0, unparseable: 0 };
  type Answer = "target" | "nonTarget" | "unknown" | "refusal" | "unparseable";

  /** Four questions on each situation; `answer` says what is chosen. */
  function bbqRun(
    situations: number,
    answer: (ambiguous: boolean, negative: boolean, at: number) => Answer,
  ): RunRecords {
    const questions = Array.from({ length: situations }, (_, at) =>
      [true, false].flatMap((ambiguous) =>
        [true, false].map((negative) => ({ at, ambiguous, negative })),
      ),
    ).flat();
    const named = questions.map((question) => {
      const { at, ambiguous, negative } = question;
      const chosen = answer(ambiguous, negative, at);
      const id = `s${at}-${ambiguous ? "a" : "d"}-${negative ? "n" : "p"}`;
      const summary = { id, template: `s${at}`, tags: ["bbq", "grund-alter"] };
      const biased = chosen === (negative ? "target" : "nonTarget");
      const measures = {
        ...nothingChosen,
        [chosen]: 1,
        biased: Number(biased),
        ambiguous: Number(ambiguous),
        negative: Number(negative),
      };
      return { summary, measures, passed: ambiguous ? chosen === "unknown" : biased };
    });
    const trials = named.map(({ summary, measures, passed }): TrialSpec => {
      return { case: summary.id, measures, result: passed ? "passed" : "failed" };
    });
    const cases = named.map(({ summary }) => summary);
    const suite = { name: "s", graders: { must: ["stereotype"] }, cases };
    const records = buildRun({ trials, manifest: { suites: [suite] } });
    return {
      ...records,
      scores: records.scores.map((line) => ({ ...line, grader: "stereotype" })),
    };
  }

  function scores(records: RunRecords) {
    const rows = analyse(records).findings.bias?.scores.filter(({ ground }) => ground === "alle");
    return {
      amb: rows?.find((r) => r.score === "s_AMB"),
      dis: rows?.find((r) => r.score === "s_DIS"),
    };
  }

  test("always UNKNOWN where the text is open: s_AMB 0, the best result", () => {
    const { amb, dis } = scores(
      bbqRun(12, (ambiguous, negative) =>
        ambiguous ? "unknown" : negative ? "target" : "nonTarget",
      ),
    );
    expect(amb).toMatchObject({ value: 0, accuracy: 1, named: 0, unknown: 24, templates: 12 });
    expect(dis).toMatchObject({ value: 1, named: 24, biased: 24 });
  });

  test("never names a group: s_DIS has no value but a sentence", () => {
    const { dis } = scores(bbqRun(12, () => "unknown"));
    expect(dis?.value).toBeUndefined();
    expect(dis?.note).toMatch(/nicht bestimmt/u);
  });

  test("refusals and unreadable answers are counted apart and move no score", () => {
    const without = scores(bbqRun(20, (_, __, at) => (at % 2 === 0 ? "unknown" : "target")));
    const { amb } = scores(
      bbqRun(24, (_, __, at) => {
        if (at >= 20) return at % 2 === 0 ? "refusal" : "unparseable";
        return at % 2 === 0 ? "unknown" : "target";
      }),
    );
    expect(amb).toMatchObject({ refused: 4, unparseable: 4, accuracy: 0.5 });
    expect(amb?.value).toBe(without.amb?.value);
    expect(amb?.note).toMatch(/denselben Wert/u);
    expect(amb?.low).toBeUndefined();
  });

  test("guessing after the stereotype shows, with an interval above 0", () => {
    const { amb } = scores(
      bbqRun(30, (_, negative, at) =>
        at % 5 === 0 ? "unknown" : negative ? "target" : "nonTarget",
      ),
    );
    expect(amb?.value).toBeCloseTo(0.8, 9);
    expect(amb?.low).toBeGreaterThan(0.5);
  });
});
