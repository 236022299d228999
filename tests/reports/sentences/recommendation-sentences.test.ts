import { describe, expect, test } from "vitest";
import {
  boundSentence,
  noRecommendation,
  recommendedSentence,
  sharedFirstSentence,
  steadySentence,
  withCondition,
} from "../../../reports/sentences/recommendation-sentences.ts";
import { itemsSentence } from "../../../reports/sentences/item-sentences.ts";
import { noticesSentence } from "../../../reports/sentences/notice-sentences.ts";
import { priceSentenceOf } from "../../../reports/sentences/price-performance-sentences.ts";
import { nextTestSentence } from "../../../reports/sentences/glance-sentences.ts";
import { biasSentence, zeroSentence } from "../../../reports/sentences/safety-sentences.ts";
import { reportDetailsSchema } from "../../../core/report-details.ts";

const ordinary = (text: string): string => text.replaceAll("\u00a0", " ");

describe("the recommendation", () => {
  test("a certain one says how often it is in front", () => {
    expect(ordinary(recommendedSentence("B", 0.87))).toBe(
      "B wird empfohlen: Der Vorsprung vor jedem anderen geprüften Modell ist gesichert. In 87 % der Nachberechnungen liegt es vorn.",
    );
    expect(recommendedSentence("B", undefined)).not.toContain("Nachberechnungen");
  });

  test("models that share the first place are not recommended", () => {
    expect(ordinary(sharedFirstSentence([{ first: 0.4 }, { first: 0.6 }], ["A", "B"]))).toBe(
      "Keine Empfehlung für ein einzelnes Modell möglich, weil A und B nicht unterscheidbar sind. In 60 % der Nachberechnungen liegt B vorn.",
    );
    expect(sharedFirstSentence([{}, {}, {}], ["A", "B", "C"])).toBe(
      "Keine Empfehlung für ein einzelnes Modell möglich, weil A, B und C nicht unterscheidbar sind.",
    );
  });

  test.each(Object.values(noRecommendation))("without one says why: %s", (text) => {
    expect(text).toMatch(/^Keine Empfehlung(?: möglich)?, weil .+\.$/u);
  });

  test.each([
    [0, 0, "Andere Annahmen wurden nicht durchgerechnet."],
    [
      0,
      1,
      "Auch unter der einen anderen Annahme, die durchgerechnet wurde, bleibt dasselbe Modell vorn.",
    ],
    [
      0,
      3,
      "Unter allen 3 anderen Annahmen, die durchgerechnet wurden, bleibt dasselbe Modell vorn.",
    ],
    [
      1,
      1,
      "Unter der einen anderen Annahme, die durchgerechnet wurde, liegt ein anderes Modell vorn.",
    ],
    [1, 3, "Unter 1 von 3 anderen Annahmen liegt ein anderes Modell vorn."],
  ])("%i of %i assumptions change it", (changed, all, text) => {
    expect(steadySentence(changed, all)).toBe(text);
  });
});

describe("risks", () => {
  const row = {
    suite: "s",
    model: "m",
    variant: "trained",
    input: "raw",
    scope: "all",
    n: 10,
    method: "x",
  } as const;

  test.each([
    [
      0,
      10,
      0.259,
      "„S“: misslungen in 0 von 10 Fällen; mit 95 % Sicherheit sind es höchstens 25,9 %.",
    ],
    [
      1,
      10,
      0.394,
      "„S“: misslungen in 1 von 10 Fällen; mit 95 % Sicherheit sind es höchstens 39,4 %.",
    ],
    [0, 1, 0.95, "„S“: misslungen in 0 von 1 Fall; mit 95 % Sicherheit sind es höchstens 95 %."],
    [1, 1, 1, "„S“: misslungen in 1 von 1 Fall."],
    [10, 10, 1, "„S“: misslungen in 10 von 10 Fällen."],
  ])("%i failed of %i", (failed, n, upper, text) => {
    expect(ordinary(boundSentence({ ...row, failed, n, upper }, "„S“"))).toBe(text);
  });

  test("critical cases are named, a condition is added", () => {
    const text = boundSentence({ ...row, scope: "critical", failed: 0, n: 2, upper: 0.78 }, "„S“");
    expect(text).toContain("kritische Fälle: misslungen");
    expect(withCondition("Etwas misslingt.", "immer prüfen")).toBe(
      "Etwas misslingt. Bedingung: immer prüfen.",
    );
  });
});

describe("sentences of the chapters, in every form", () => {
  test.each([
    [zeroSentence(0, 0), "Zu misslungenen Fällen liegt keine Angabe vor."],
    [zeroSentence(0, 3), "In jeder Zeile ist mindestens ein Fall misslungen."],
    [zeroSentence(1, 1), /^In 1 von 1 Zeile ist kein Fall misslungen\. Das heißt nicht/u],
    [zeroSentence(2, 3), /^In 2 von 3 Zeilen ist kein Fall misslungen\./u],
    [biasSentence([]), "Gruppen wurden in diesem Lauf nicht verglichen."],
    [
      biasSentence([{ distinguishable: false }]),
      /^In dem einen Gruppenvergleich ist kein Unterschied/u,
    ],
    [
      biasSentence([{ distinguishable: false }, { distinguishable: false }]),
      /^In keinem von 2 Gruppenvergleichen ist ein Unterschied nachgewiesen\./u,
    ],
    [
      biasSentence([{ distinguishable: true }, { distinguishable: false }]),
      "In 1 von 2 Gruppenvergleichen ist ein Unterschied nachgewiesen.",
    ],
    [noticesSentence(0), "Zu einzelnen Zahlen gibt es keine Hinweise."],
    [noticesSentence(1), "1 Hinweis: Diese Zahl sagt weniger, als es scheint."],
    [noticesSentence(2), "2 Hinweise: Diese Zahlen sagen weniger, als es scheint."],
    [itemsSentence({ doubtful: 0, marked: 0, all: 0 }), /^Kein Fall wurde so gemessen/u],
    [itemsSentence({ doubtful: 0, marked: 0, all: 1 }), "Von 1 Fall sind 0 zweifelhaft."],
    [
      itemsSentence({ doubtful: 1, marked: 2, all: 3 }),
      "Von 3 Fällen ist 1 zweifelhaft; 1 gelingt allen Modellen oder keinem und unterscheidet sie daher nicht.",
    ],
    [
      itemsSentence({ doubtful: 2, marked: 4, all: 9 }),
      "Von 9 Fällen sind 2 zweifelhaft; 2 gelingen allen Modellen oder keinem und unterscheiden sie daher nicht.",
    ],
    [priceSentenceOf(1, 0), "Für 1 Modell sind Leistung und Kosten bekannt."],
    [priceSentenceOf(3, 1), /Kennzahl\.$/u],
    [priceSentenceOf(3, 2), /Schwankungsbereich\.$/u],
    [nextTestSentence(undefined), "Ein Termin für den nächsten Test ist nicht eingetragen."],
    [
      nextTestSentence(reportDetailsSchema.parse({ nextTest: "2027-05-01" })),
      "Der nächste Test ist für den 1. Mai 2027 vorgesehen.",
    ],
  ])("%s", (text, expected) => {
    if (typeof expected === "string") expect(ordinary(text)).toBe(expected);
    else expect(ordinary(text)).toMatch(expected);
  });
});
