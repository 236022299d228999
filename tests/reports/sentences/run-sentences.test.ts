import { describe, expect, test } from "vitest";
import {
  hiddenFailuresSentence,
  noFailureSentence,
  severityLabel,
} from "../../../reports/sentences/failure-sentences.ts";
import {
  completenessSentence,
  criticalSentence,
  criticalUnknownSentence,
  limitSentences,
  nativeUncheckedSentence,
  passesSentence,
  purposeSentence,
  scopeSentence,
  withheldSentence,
} from "../../../reports/sentences/run-sentences.ts";
import { findingsFixture } from "../../helpers/findings-fixture.ts";
import { plain, rate } from "../../helpers/sentence-rows.ts";

describe("run", () => {
  const { findings } = findingsFixture("quick");
  const { run } = findings;

  test("scope", () => {
    expect(plain(scopeSentence(findings, 2, 4))).toBe(
      "Geprüft wurden 2 Modelle und 4 Vergleichswerte an 30 Fällen aus 3 Aufgaben, je Kombination 1 Versuch.",
    );
    expect(plain(scopeSentence({ ...findings, suites: [] }, 1, 0))).toBe(
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
    expect(plain(completenessSentence(counts))).toBe(sentence);
  });

  test("tasks passed", () => {
    const rows = [
      { name: "A", passed: 2, suites: 3 },
      { name: "B", passed: 0, suites: 1 },
    ];
    expect(plain(passesSentence("geschult", rows))).toBe(
      "Mit dem Prompt „geschult“ besteht A 2 von 3 Aufgaben, B 0 von 1 Aufgabe.",
    );
  });

  test("critical cases", () => {
    expect(plain(criticalSentence("A", "X", ["f"]))).toBe(
      "Bei A ist in „X“ 1 kritischer Fall nicht bestanden (f).",
    );
    expect(plain(criticalSentence("A", "X", ["f", "g"]))).toBe(
      "Bei A sind in „X“ 2 kritische Fälle nicht bestanden (f und g).",
    );
    expect(plain(criticalUnknownSentence("A", "X", ["f"]))).toBe(
      "Bei A konnte in „X“ 1 kritischer Fall nicht gemessen werden (f).",
    );
  });

  test.each([
    [1, 1, "Gezeigt wird der eine nicht bestandene Durchgang."],
    [9, 9, "Gezeigt werden alle 9 nicht bestandenen Durchgänge."],
  ])("%d of %d failures shown", (shown, all, sentence) => {
    expect(plain(hiddenFailuresSentence(shown, all))).toBe(sentence);
  });

  test("parts of the catalogue and severities", () => {
    expect([1, 2, 3, 4, 5].map(severityLabel)).toEqual([
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
    expect(plain(purposeSentence(tasks))).toBe(sentence);
  });

  test("failures that are counted only", () => {
    expect(hiddenFailuresSentence(400, 401)).toMatch(
      /Der weitere steht in Dateien im Ordner „faelle“/u,
    );
    expect(plain(hiddenFailuresSentence(400, 1402))).toMatch(
      /^Gezeigt werden 400 von 1\.402 .* Die weiteren 1\.002 stehen in Dateien im Ordner „faelle“/u,
    );
  });

  test.each([
    [0, "Es liegt keine beurteilte Antwort eines Modells vor."],
    [1, "Die eine beurteilte Antwort der Modelle ist bestanden. Das heißt nicht"],
    [24, "Alle 24 Antworten der Modelle sind bestanden. Das heißt nicht"],
  ])("no failure in %d answers", (passed, start) => {
    expect(plain(noFailureSentence(passed, 2)).startsWith(start)).toBe(true);
  });

  test("floor and ceiling", () => {
    expect(limitSentences([])).toEqual([]);
    const limits = [
      { name: "K", rate, ceiling: false },
      { name: "M", rate, ceiling: true },
    ];
    expect(limitSentences(limits).map(plain)).toEqual([
      "Untergrenze ohne Sprachmodell: K 20 % (Intervall 5 bis 30 %, n = 30).",
      "Obergrenze: M 20 % (Intervall 5 bis 30 %, n = 30).",
    ]);
  });

  test.each([
    [1, "1 Fall in anderen Sprachen ist noch"],
    [2, "2 Fälle in anderen Sprachen sind noch"],
  ])("%d cases without a native reader", (cases, start) => {
    expect(plain(nativeUncheckedSentence(cases)).startsWith(start)).toBe(true);
  });

  test("withheld cases", () => {
    expect(plain(withheldSentence("A", 1))).toBe("A: 1 Fall wurde nicht gesendet.");
    expect(plain(withheldSentence("A", 2))).toBe("A: 2 Fälle wurden nicht gesendet.");
  });
});
