import { describe, expect, test } from "vitest";
import { gateFindingsSchema } from "../../../core/findings-gate.ts";
import { userErrorOf } from "../../helpers/user-error.ts";
import { buildSide, judge, turned } from "./build-side.ts";

/** One suite with so many cases turned over. */
function oneSuite(counts: Parameters<typeof turned>[0], part: Parameters<typeof judge>[2] = {}) {
  const { before, after } = turned(counts);
  return judge(buildSide({ outcomes: { s: before } }), buildSide({ outcomes: { s: after } }), part);
}

describe("criteria", () => {
  test.each([
    [{ lost: 5, right: 45 }, 0.03125, "worse"],
    [{ lost: 6, right: 44 }, 0.015625, "worse"],
    [{ lost: 9, won: 2, right: 89 }, 0.032715, "worse"],
    [{ lost: 0, right: 200 }, 1, "held"],
    [{ lost: 10, won: 3, right: 87 }, 0.046143, "worse"],
    // Eight better and four worse is no evidence of anything.
    [{ lost: 4, won: 8, right: 38 }, 0.927002, "too-few"],
    [{ lost: 4, right: 46 }, 0.0625, "too-few"],
  ] as const)("%j has p %d and is %s", (counts, p, outcome) => {
    const findings = oneSuite(counts);
    expect(findings.criteria[0]?.p).toBeCloseTo(p, 6);
    expect(findings.criteria[0]?.pHolm).toBe(findings.criteria[0]?.p);
    expect(findings.outcome).toBe(outcome);
    expect(findings.exitCode).toBe(outcome === "worse" ? 1 : 0);
    expect(findings.reasons).not.toEqual([]);
    expect(gateFindingsSchema.parse(findings)).toEqual(findings);
  });

  test("significant, but not more than δ, is not red", () => {
    expect(oneSuite({ lost: 10, right: 190 }).criteria[0]).toMatchObject({ drop: 0.05 });
    expect(oneSuite({ lost: 10, right: 190 }).outcome).not.toBe("worse");
    expect(oneSuite({ lost: 11, right: 189 }).outcome).toBe("worse");
    expect(oneSuite({ lost: 10, right: 190 }, { maxDrop: 0.04 }).outcome).toBe("worse");
  });

  test("Holm over the suites: 0.01, 0.04, 0.03 of the reference reject the first only", () => {
    const suites = {
      a: turned({ lost: 7, right: 30 }),
      b: turned({ lost: 5, right: 30 }),
      c: turned({ lost: 5, right: 30 }),
    };
    const pick = (side: "before" | "after") =>
      buildSide({
        outcomes: Object.fromEntries(Object.entries(suites).map(([k, v]) => [k, v[side]])),
      });
    const { criteria } = judge(pick("before"), pick("after"));
    expect(criteria.map(({ p = 1 }) => p)).toEqual(
      [0.0078125, 0.03125, 0.03125].map((p) => expect.closeTo(p, 9)),
    );
    expect(criteria.map(({ pHolm = 1 }) => pHolm)).toEqual(
      [0.0234375, 0.0625, 0.0625].map((p) => expect.closeTo(p, 9)),
    );
    expect(criteria.map(({ status }) => status)).toEqual(["worse", "too-few", "too-few"]);
  });

  test("says how many cases it would take, and what this number can show", () => {
    const [row] = oneSuite({ lost: 4, right: 16 }).criteria;
    expect(row).toMatchObject({ status: "too-few", drop: 0.2 });
    expect(row?.casesNeeded).toBeGreaterThan(20);
    expect(row?.casesNeeded).toBeLessThan(60);
    expect(row?.detectable).toBeGreaterThan(0.2);
    expect(oneSuite({ lost: 4, right: 16 }).notices.join()).toContain("kann Zufall sein");
  });

  test("a case is right when most of the attempts that both sides have are", () => {
    const before = { a: "pfp", b: "ppp", c: "pp" };
    const after = { a: "fpf", b: "p", c: "fp" };
    const { criteria } = judge(
      buildSide({ outcomes: { s: before } }),
      buildSide({ outcomes: { s: after } }),
    );
    // a: 2 of 3 then 1 of 3; b: on the first attempt alone; c: one of two is no majority.
    expect(criteria[0]).toMatchObject({ n: 3, lost: 2, won: 0, passedBefore: 3, passedAfter: 1 });
  });

  test("cases that fail in both runs are listed and never red", () => {
    const findings = oneSuite({ wrong: 30, right: 200 });
    expect(findings.outcome).toBe("held");
    expect(findings.criteria[0]?.failedBoth).toHaveLength(30);
  });
});

describe("--strict turns the burden of proof round", () => {
  test("red until the interval excludes a drop of δ, and the printed interval decides", () => {
    const few = oneSuite({ right: 20 }, { strict: true });
    expect(few).toMatchObject({ outcome: "worse", exitCode: 1 });
    expect(few.criteria[0]?.high).toBeGreaterThan(0.05);
    const many = oneSuite({ right: 200 }, { strict: true });
    expect(many).toMatchObject({ outcome: "held", exitCode: 0 });
    expect(many.criteria[0]?.high).toBeLessThan(0.05);
    expect(oneSuite({ right: 20 })).toMatchObject({ outcome: "too-few", exitCode: 0 });
    expect(few.rule.text).toContain("--strict");
  });
});

describe("critical cases", () => {
  const rest = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`r-${at}`, "p"]));
  function critical(before: string, after: string, part: Parameters<typeof judge>[2] = {}) {
    const side = (text: string) =>
      buildSide({
        outcomes: { s: { ...rest, ...(text !== "" && { k: text }) } },
        critical: ["k"],
      });
    return judge(side(before), side(after), part);
  }

  test.each([
    ["ppp", "ffp", "worse", "broken"],
    ["ppp", "fff", "worse", "broken"],
    ["p", "ffp", "worse", "broken"],
    ["ppp", "ff", "worse", "broken"],
    ["ppp", "fpp", "held", "held"],
    ["ppp", "p", "held", "held"],
    ["ppf", "fff", "held", "failed-before"],
    ["fff", "fff", "held", "failed-before"],
    ["ppp", "f", "too-few", "too-few-attempts"],
    ["ppp", "pf", "too-few", "too-few-attempts"],
    ["ppp", "fp-", "invalid", "not-measured"],
    ["ppp", "---", "invalid", "not-measured"],
    ["ppp", "pp-", "held", "held"],
    ["pppppp", "fffppp", "held", "held"],
    ["pppppp", "ffffpp", "worse", "broken"],
    ["---", "fff", "too-few", "too-few-attempts"],
  ] as const)("before %s, now %s: %s", (before, after, outcome, status) => {
    const findings = critical(before, after, { maxMissing: 0.5 });
    expect(findings.critical[0]?.status).toBe(status);
    expect(findings.outcome).toBe(outcome);
  });

  test("one that the candidate was not asked is no pass", () => {
    const before = buildSide({ outcomes: { s: { ...rest, k: "ppp" } }, critical: ["k"] });
    const after = buildSide({ outcomes: { s: { ...rest, k: "ppp" } }, critical: ["k"] });
    const silent = { ...after, trials: after.trials.filter((trial) => trial.case !== "k") };
    const findings = judge(before, silent);
    expect(findings).toMatchObject({ outcome: "invalid", exitCode: 3 });
    expect(findings.missing).toEqual([
      expect.objectContaining({ case: "k", side: "candidate", because: "no-trial" }),
    ]);
  });

  test("one that a candidate without a list of cases leaves out stays critical", () => {
    const before = buildSide({ outcomes: { s: { ...rest, k: "ppp" } }, critical: ["k"] });
    const bare = buildSide({ outcomes: { s: rest } });
    const suites = bare.suites.map((suite) => ({ ...suite, isListed: false }));
    expect(judge(before, { ...bare, suites })).toMatchObject({ outcome: "invalid", exitCode: 3 });
  });

  test("a part of the error rate is kept for them, and the rule that is printed says so", () => {
    const { rule, criticalNoise } = critical("ppp", "ppp");
    expect(rule).toMatchObject({ alpha: 0.05, criticalAlpha: 0.01, criteriaAlpha: 0.04 });
    expect(rule.text).toContain("p < 0,04");
    expect(criticalNoise.worst).toBeCloseTo(0.07746, 4);
    expect(critical("f", "f").rule).toMatchObject({ criticalAlpha: 0, criteriaAlpha: 0.05 });
  });

  test("open under --strict is red", () => {
    expect(critical("ppp", "f", { strict: true })).toMatchObject({ outcome: "worse", exitCode: 1 });
  });
});

describe("infrastructure makes it neither red nor green", () => {
  function without(missing: number, lost: number) {
    const { before, after } = turned({ lost, right: 200 - lost });
    const silenced = Object.fromEntries(
      Object.entries(after).map(([id, text], at) => [id, at >= 200 - missing ? "-" : text]),
    );
    return judge(buildSide({ outcomes: { s: before } }), buildSide({ outcomes: { s: silenced } }));
  }

  test("a few missing answers leave the comparison and are named", () => {
    const findings = without(8, 0);
    expect(findings).toMatchObject({ outcome: "held", exitCode: 0 });
    expect(findings.criteria[0]).toMatchObject({ n: 192, cases: 200, missing: 8 });
    expect(findings.missing).toHaveLength(8);
  });

  test("above 5 % nothing is decided, whatever the others say", () => {
    expect(without(10, 0).outcome).toBe("held");
    expect(without(11, 0)).toMatchObject({ outcome: "invalid", exitCode: 3 });
    expect(without(11, 60)).toMatchObject({ outcome: "invalid", exitCode: 3 });
  });
});

describe("flaky cases and quarantine", () => {
  const rest = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`r-${at}`, "p"]));
  const before = buildSide({ outcomes: { s: { ...rest, k: "ppp", w: "pfp" } }, critical: ["k"] });
  const after = buildSide({ outcomes: { s: { ...rest, k: "fff", w: "ppp" } }, critical: ["k"] });
  const entry = { suite: "s", case: "k", reason: "Grader wird überarbeitet" };

  test("names cases whose attempts disagree, on each side", () => {
    expect(judge(before, after).flaky).toEqual([
      expect.objectContaining({ case: "w", side: "baseline", passed: 2, of: 3 }),
    ]);
  });

  test("quarantine excuses until its day, and is named", () => {
    const findings = judge(before, after, { quarantine: [{ ...entry, until: "2026-11-29" }] });
    expect(findings.outcome).toBe("held");
    expect(findings.quarantined).toHaveLength(1);
    expect(findings.worse).toEqual([]);
  });

  test("expired, it is ignored aloud", () => {
    const findings = judge(before, after, { quarantine: [{ ...entry, until: "2026-11-28" }] });
    expect(findings.outcome).toBe("worse");
    expect(findings.quarantined).toEqual([]);
    expect(findings.notices.join()).toContain("28.11.2026 abgelaufen");
  });

  test("for a suite that neither side has, it is said and does not count", () => {
    const quarantine = [{ ...entry, suite: "fremd", until: "2026-12-01" }];
    const findings = judge(before, after, { quarantine });
    expect(findings.quarantined).toEqual([]);
    expect(findings.notices.join()).toContain("Suite „fremd“");
  });

  test("with every case in it nothing is left to decide, and that is said", () => {
    const { before: old, after: now } = turned({ lost: 2 });
    const quarantine = Object.keys(old).map((id) => ({ ...entry, case: id, until: "2026-12-01" }));
    const sides = [old, now].map((s) => buildSide({ outcomes: { s } })) as [
      ReturnType<typeof buildSide>,
      ReturnType<typeof buildSide>,
    ];
    const findings = judge(...sides, { quarantine });
    expect(findings.exitCode).toBe(3);
    expect(findings.reasons.join()).toContain("Alle Fälle sind in Quarantäne");
  });

  test("for a case that there is not, it is refused", async () => {
    const quarantine = [{ ...entry, case: "q", until: "2026-12-01" }];
    const error = await userErrorOf(() => judge(before, after, { quarantine }));
    expect(error).toMatchObject({ exitCode: 2, code: "quarantine-unknown-case" });
  });
});

describe("a baseline that nothing can fall from", () => {
  test.each([
    [{ wrong: 50 }, true],
    [{ right: 4, wrong: 6 }, true],
    [{ right: 5, wrong: 95 }, true],
    [{ right: 5, wrong: 5 }, false],
  ] as const)("%j is named: %s", (counts, isNamed) => {
    const told = oneSuite(counts).notices.join();
    expect(told.includes("machte die Quote das Gate nicht rot")).toBe(isNamed);
    expect(oneSuite(counts, { strict: true }).notices.join()).not.toContain("machte die Quote");
  });
});

describe("what got worse comes first", () => {
  test("with answer before and after, critical cases before others", () => {
    const outcomes = (text: string) => ({ s: { a: text, k: text, b: "p" } });
    const side = (text: string) =>
      buildSide({ outcomes: outcomes(text), critical: ["k"], answers: true });
    const { worse, worseTotal, better } = judge(side("p"), side("f"));
    expect(worse.map((change) => change.case)).toEqual(["k", "a"]);
    expect(worse[0]).toMatchObject({
      critical: true,
      before: { answer: "gut: k" },
      after: { answer: "schlecht: k" },
    });
    expect([worseTotal, better.length]).toEqual([2, 0]);
  });
});
