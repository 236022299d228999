import { describe, expect, test } from "vitest";
import type { Comparison, Gain, HygienePrice, Leak, Rate } from "../../../core/findings.ts";
import * as comparisons from "../../../reports/sentences/comparison-sentences.ts";
import { counted, listed } from "../../../reports/sentences/counted.ts";
import * as failures from "../../../reports/sentences/failure-sentences.ts";
import * as hygiene from "../../../reports/sentences/hygiene-sentences.ts";
import { percentagePoints } from "../../../reports/sentences/measured.ts";
import * as runs from "../../../reports/sentences/run-sentences.ts";
import * as training from "../../../reports/sentences/training-sentences.ts";
import { findingsFixture } from "../../helpers/findings-fixture.ts";

/** Sentences with ordinary blanks, so that the expectations are easy to read. */
function plain(sentence: string): string {
  return sentence.replaceAll("\u00a0", " ");
}

const measured = { suite: "alle", n: 30, low: 0.05, high: 0.3, method: "Test" } as const;
const rate: Rate = {
  ...measured,
  model: "a",
  variant: "trained",
  input: "raw",
  passed: 6,
  notMeasured: 0,
  value: 0.2,
};
const comparison: Comparison = {
  ...measured,
  kind: "model",
  a: "a",
  b: "b",
  within: [],
  aOnly: 6,
  bOnly: 1,
  difference: 0.17,
  p: 0.01,
  pHolm: 0.02,
  distinguishable: true,
  byConstruction: false,
};
const gain: Gain = { ...measured, kind: "decision-contrast", small: "s", large: "l", value: 0.17 };
const pair = { small: "S", large: "L" };
const leak: Leak = {
  ...measured,
  model: "a",
  variant: "trained",
  input: "raw",
  withLeak: 1,
  withInvented: 0,
  value: 1 / 30,
};
const price: HygienePrice = {
  ...measured,
  model: "a",
  variant: "trained",
  raw: 0.5,
  pseudonymised: 0.33,
  difference: 0.17,
};

describe("agreement of number and case", () => {
  test.each([
    [0, "0 Fälle", "0 Fällen"],
    [1, "1 Fall", "1 Fall"],
    [2, "2 Fälle", "2 Fällen"],
    [1.5, "1,5 Fälle", "1,5 Fällen"],
  ])("%d", (count, nominative, dative) => {
    expect(plain(counted(count, "case"))).toBe(nominative);
    expect(plain(counted(count, "case", "dative"))).toBe(dative);
  });

  test("lists", () => {
    expect(listed([])).toBe("");
    expect(listed(["A"])).toBe("A");
    expect(listed(["A", "B"])).toBe("A und B");
    expect(listed(["A", "B", "C"])).toBe("A, B und C");
  });

  test("percentage points", () => {
    expect(plain(percentagePoints(0.01))).toBe("+1 Prozentpunkt");
    expect(plain(percentagePoints(-0.01))).toBe("−1 Prozentpunkt");
    expect(plain(percentagePoints(0))).toBe("0 Prozentpunkte");
  });
});

describe("comparison", () => {
  const names = { a: "A", b: "B" };
  const numbers = "+17 Prozentpunkte (Intervall +5 bis +30, n = 30), p = 0,020.";

  test("says who is better only when that is certain", () => {
    expect(plain(comparisons.comparisonSentence(comparison, names))).toBe(
      `A ist gesichert besser als B: Differenz A − B ${numbers}`,
    );
    const reverse = { ...comparison, difference: -0.17 };
    expect(comparisons.comparisonSentence(reverse, names)).toMatch(
      /^B ist gesichert besser als A/u,
    );
    const unclear = { ...comparison, distinguishable: false };
    expect(plain(comparisons.comparisonSentence(unclear, names))).toBe(
      `A und B sind nicht unterscheidbar: Differenz ${numbers}`,
    );
  });

  test("a difference by construction is no finding", () => {
    const same = { ...comparison, byConstruction: true };
    expect(comparisons.comparisonSentence(same, names)).toBe(
      "Zwischen A und B ist die Differenz konstruktionsbedingt 0 und kein Befund.",
    );
    expect(plain(comparisons.comparisonWord(same, names))).toBe(
      "Differenz ist konstruktionsbedingt 0",
    );
  });

  test("words for tables", () => {
    expect(comparisons.comparisonWord(comparison, names)).toBe("A besser");
    expect(comparisons.comparisonWord({ ...comparison, difference: -1 }, names)).toBe("B besser");
    expect(comparisons.comparisonWord({ ...comparison, distinguishable: false }, names)).toBe(
      "nicht unterscheidbar",
    );
  });

  test("rates", () => {
    const share = "20 % (Intervall 5 bis 30 %, n = 30)";
    expect(plain(comparisons.bestModelSentence("A", rate))).toBe(
      `Die höchste Quote hat A: bestanden ${share}.`,
    );
    expect(plain(comparisons.onlyModelSentence("A", rate))).toContain(`A: bestanden ${share}.`);
    const rows = [{ name: "A", rate, where: "„X“" }];
    expect(plain(comparisons.ratesSentence("geschult", rows))).toBe(
      `Bestanden mit dem Prompt „geschult“: A ${share} in „X“.`,
    );
  });
});

describe("training question", () => {
  test("training outdoes the other model only when the interval lies above 0", () => {
    expect(training.decisionSentence(gain, pair)).toMatch(
      /^S mit geschultem Prompt ist besser als L mit ungeschultem.*Schulung bringt hier mehr/u,
    );
    for (const low of [0, -0.05]) {
      expect(training.decisionSentence({ ...gain, low }, pair)).toMatch(
        /^Ob S .*lässt sich nicht sagen.*Das Intervall schließt 0 ein\.$/u,
      );
    }
    expect(training.decisionSentence({ ...gain, low: -0.3, high: -0.01 }, pair)).toMatch(
      /^L ist mit ungeschultem Prompt besser als S/u,
    );
  });

  test("gain of one model", () => {
    expect(training.trainingGainSentence(gain, "A")).toMatch(/mehr Fälle als/u);
    expect(training.trainingGainSentence({ ...gain, low: 0 }, "A")).toMatch(/nicht gesichert/u);
    expect(training.trainingGainSentence({ ...gain, low: -1, high: -0.1 }, "A")).toMatch(
      /weniger Fälle als/u,
    );
  });

  test("training works across models only when it holds for every one", () => {
    const transfer = { suite: "alle", models: ["a", "b"], smallestGain: 0.1, largestGain: 0.2 };
    expect(training.transferSentence({ ...transfer, holds: true })).toMatch(
      /^Schulung wirkt modellübergreifend/u,
    );
    expect(training.transferSentence({ ...transfer, holds: false })).toMatch(/nicht gesichert/u);
    expect(training.transferSentence({ ...transfer, models: ["a"], holds: true })).toMatch(
      /mit nur einem Modell nicht sagen/u,
    );
  });

  test("every quantity has its own name", () => {
    const kinds = [
      "training-gain",
      "model-gain",
      "decision-contrast",
      "trained-model-gain",
      "interaction",
    ] as const;
    expect(new Set(kinds.map((kind) => training.gainLabel(kind, pair))).size).toBe(kinds.length);
  });
});

describe("data hygiene", () => {
  test("no leak seen is not no risk", () => {
    expect(plain(hygiene.leakSentence({ ...leak, withLeak: 0, value: 0, low: 0 }, "A"))).toBe(
      "A: in 0 von 30 Fällen stand eine geschützte Angabe in der Antwort. 0 von 30 heißt nicht kein Risiko: Obergrenze 30 %.",
    );
    expect(plain(hygiene.leakSentence({ ...leak, n: 1, value: 1 }, "A"))).toContain(
      "in 1 von 1 Fall stand",
    );
  });

  test("price", () => {
    expect(hygiene.priceSentence(price, "A", "X")).toMatch(/weniger Fälle als/u);
    expect(hygiene.priceSentence({ ...price, low: -0.1 }, "A", "X")).toMatch(/kein Preis/u);
    expect(hygiene.priceSentence({ ...price, low: -1, high: -0.1 }, "A", "X")).toMatch(
      /mehr Fälle als/u,
    );
  });

  test("placeholders", () => {
    expect(hygiene.placeholderText(price)).toBe("keine nötig");
    const kept = { n: 10, value: 0.7, low: 0.4, high: 0.89, method: "Test" };
    expect(plain(hygiene.placeholderText({ ...price, placeholdersKept: kept }))).toBe(
      "70 % (40–89 %, n = 10)",
    );
  });
});

describe("run", () => {
  const { findings } = findingsFixture("quick");
  const { run } = findings;

  test("scope", () => {
    expect(plain(runs.scopeSentence(findings, 2, 4))).toBe(
      "Geprüft wurden 2 Modelle und 4 Vergleichswerte an 30 Fällen aus 3 Aufgaben, je Kombination 1 Versuch.",
    );
    expect(plain(runs.scopeSentence({ ...findings, suites: [] }, 1, 0))).toBe(
      "Geprüft wurde 1 Modell an 0 Fällen aus 0 Aufgaben, je Kombination 1 Versuch.",
    );
  });

  test.each([
    [1, 1, 0, "Von 1 Durchgang wurde 1 beantwortet."],
    [220, 220, 0, "Von 220 Durchgängen wurden 220 beantwortet."],
    [3, 2, 1, "Von 3 Durchgängen wurden 2 beantwortet, 1 blieb ohne Antwort."],
    [60, 0, 60, "Von 60 Durchgängen wurden 0 beantwortet, 60 blieben ohne Antwort."],
  ])("completeness of %d", (plannedTrials, completedTrials, failedTrials, sentence) => {
    const counts = { ...run, plannedTrials, completedTrials, failedTrials };
    expect(plain(runs.completenessSentence(counts))).toBe(sentence);
  });

  test("tasks passed", () => {
    const rows = [
      { name: "A", passed: 2, suites: 3 },
      { name: "B", passed: 0, suites: 1 },
    ];
    expect(plain(runs.passesSentence("geschult", rows))).toBe(
      "Mit dem Prompt „geschult“ besteht A 2 von 3 Aufgaben, B 0 von 1 Aufgabe.",
    );
  });

  test("critical cases", () => {
    expect(plain(runs.criticalSentence("A", "X", ["f"]))).toBe(
      "Bei A ist in „X“ 1 kritischer Fall nicht bestanden (f).",
    );
    expect(plain(runs.criticalSentence("A", "X", ["f", "g"]))).toBe(
      "Bei A sind in „X“ 2 kritische Fälle nicht bestanden (f und g).",
    );
    expect(plain(runs.criticalUnknownSentence("A", "X", ["f"]))).toBe(
      "Bei A konnte in „X“ 1 kritischer Fall nicht gemessen werden (f).",
    );
  });

  test.each([
    [1, 1, "Gezeigt wird der eine nicht bestandene Durchgang."],
    [9, 9, "Gezeigt werden alle 9 nicht bestandenen Durchgänge."],
  ])("%d of %d failures shown", (shown, all, sentence) => {
    expect(plain(failures.hiddenFailuresSentence(shown, all))).toBe(sentence);
  });

  test("parts of the catalogue and severities", () => {
    expect([1, 2, 3, 4, 5].map(failures.severityLabel)).toEqual([
      "1 von 4 (harmlos)",
      "2 von 4 (lästig)",
      "3 von 4 (ernst)",
      "4 von 4 (schwerwiegend)",
      "5 von 4",
    ]);
  });

  test.each([
    [0, "Geprüft wurde keine Aufgabe."],
    [1, "Geprüft wurde 1 Aufgabe. Für andere Aufgaben sagt der Bericht nichts."],
    [3, "Geprüft wurden 3 Aufgaben. Für andere Aufgaben sagt der Bericht nichts."],
  ])("%i tasks", (tasks, sentence) => {
    expect(plain(runs.purposeSentence(tasks))).toBe(sentence);
  });

  test("failures that are counted only", () => {
    expect(failures.hiddenFailuresSentence(400, 401)).toMatch(
      /Der weitere steht in Dateien im Ordner „faelle“/u,
    );
    expect(plain(failures.hiddenFailuresSentence(400, 1402))).toMatch(
      /^Gezeigt werden 400 von 1\.402 .* Die weiteren 1\.002 stehen in Dateien im Ordner „faelle“/u,
    );
  });

  test.each([
    [0, "Es liegt keine beurteilte Antwort eines Modells vor."],
    [1, "Die eine beurteilte Antwort der Modelle ist bestanden. Das heißt nicht"],
    [24, "Alle 24 Antworten der Modelle sind bestanden. Das heißt nicht"],
  ])("no failure in %d answers", (passed, start) => {
    expect(plain(failures.noFailureSentence(passed, 2)).startsWith(start)).toBe(true);
  });

  test("floor and ceiling", () => {
    expect(runs.limitSentences([])).toEqual([]);
    const limits = [
      { name: "K", rate, ceiling: false },
      { name: "M", rate, ceiling: true },
    ];
    expect(runs.limitSentences(limits).map(plain)).toEqual([
      "Untergrenze ohne Sprachmodell: K 20 % (Intervall 5 bis 30 %, n = 30).",
      "Obergrenze: M 20 % (Intervall 5 bis 30 %, n = 30).",
    ]);
  });

  test.each([
    [1, "1 Fall in anderen Sprachen ist noch"],
    [2, "2 Fälle in anderen Sprachen sind noch"],
  ])("%d cases without a native reader", (cases, start) => {
    expect(plain(runs.nativeUncheckedSentence(cases)).startsWith(start)).toBe(true);
  });

  test("withheld cases", () => {
    expect(plain(runs.withheldSentence("A", 1))).toBe("A: 1 Fall wurde nicht gesendet.");
    expect(plain(runs.withheldSentence("A", 2))).toBe("A: 2 Fälle wurden nicht gesendet.");
  });
});
