import type { GateSide } from "../../analysis/gate/gate-side.ts";
import type { GateFindings } from "../../core/findings-gate.ts";
import { buildSide, judge } from "../analysis/gate/build-side.ts";

/** Findings with something of every kind; the answers, names and titles can be any text. */
export function gateFixture(hostile = "Text", cases = 40): GateFindings {
  const id = (at: number): string => `fall-${at}`;
  const outcomes = (text: (at: number) => string) =>
    Object.fromEntries(Array.from({ length: cases }, (_, at) => [id(at), text(at)]));
  const before = buildSide({
    outcomes: { s: outcomes(() => "ppp"), t: outcomes((at) => (at === 0 ? "pfp" : "ppp")) },
    critical: ["fall-0", "fall-1"],
  });
  const after = buildSide({
    outcomes: {
      s: outcomes((at) => (at % 3 === 0 ? "fff" : "ppp")),
      t: outcomes((at) => (at === 5 ? "---" : "ppp")),
    },
    critical: ["fall-0", "fall-1"],
  });
  return judge(withText(before, hostile), withText(after, hostile), {
    quarantine: [{ suite: "s", case: "fall-2", until: "2026-12-01", reason: hostile }],
  });
}

function withText(side: GateSide, text: string): GateSide {
  return {
    ...side,
    suites: side.suites.map((suite) => ({
      ...suite,
      title: `Suite ${text}`,
      cases: suite.cases.map((one) => ({ ...one, question: text })),
    })),
    trials: side.trials.map((trial) => ({
      ...trial,
      model: `m ${text}`,
      answer: `Antwort ${text}`,
      reasons: trial.result === "failed" ? [`Grund ${text}`] : [],
    })),
  };
}
