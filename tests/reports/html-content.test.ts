import { describe, expect, test } from "vitest";
import { renderHtml } from "../../reports/html.ts";
import { findingsFixture } from "../helpers/findings-fixture.ts";
import { renderFixture, textOf, withoutStyle } from "../helpers/report-text.ts";

describe("page 1", () => {
  test("a quick run says first that it is a first look", () => {
    const text = textOf(renderFixture("quick"));
    const notice = text.indexOf("Erster Eindruck, keine Entscheidungsgrundlage");
    expect(notice).toBeGreaterThan(0);
    expect(notice).toBeLessThan(text.indexOf("Geprüft wurden 2 Modelle"));
  });

  test("a full run does not", () => {
    expect(textOf(renderFixture("indistinguishable"))).not.toContain("Erster Eindruck");
  });

  test("what cannot be told apart is called so, and training only where it is certain", () => {
    const text = textOf(renderFixture("indistinguishable"));
    expect(text).toContain("mistral-small-3.2 und beispiel-gross-1 sind nicht unterscheidbar");
    expect(text).toContain("Schulung wirkt modellübergreifend");
    expect(textOf(renderFixture("quick"))).toContain(
      "Dass Schulung modellübergreifend wirkt, ist nicht",
    );
  });

  test("has the pair of bars, or says why this run cannot have it", () => {
    const question = "Was bringt Schulung, was bringt das andere Modell?";
    const [, page1] =
      /id="ueberblick"(.*?)id="empfehlung"/su.exec(renderFixture("both-prompts")) ?? [];
    expect(page1).toContain(question);
    expect(page1?.match(/chart__bar--(?:training|model)/gu)).toHaveLength(2);
    const text = textOf(renderFixture("procurement"));
    const start = text.indexOf(question);
    expect(text.slice(start, start + 250)).toContain(
      "Dazu müssen mindestens zwei Modelle mit beiden Prompts gemessen sein.",
    );
  });

  test("the model in front is in the table, and be it the sixth", () => {
    const page = renderFixture("both-prompts");
    const [, table] = /Die Modelle vor den Anforderungen(.*?)<\/table>/su.exec(page) ?? [];
    expect(textOf(page)).toContain("liegt Modell Fulda vorn");
    expect(table).toContain("Modell Fulda");
    expect(table?.match(/<tr>/gu)).toHaveLength(6);
  });

  test("nothing measured: no number, no model is judged", () => {
    const text = textOf(renderFixture("nothing-measured"));
    expect(text).toContain("Zu keinem Modell liegt ein gemessenes Ergebnis vor.");
    expect(text).toContain("60 blieben ohne Antwort");
    expect(text).not.toMatch(/NaN|undefined|Infinity/u);
  });

  test("a single model is compared to nobody", () => {
    expect(textOf(renderFixture("single-model"))).toContain("Geprüft wurde nur dieses eine Modell");
  });

  test("what the report does not hold for, floor and ceiling, and the truncated share", () => {
    const text = textOf(renderFixture("quick"));
    expect(text).toContain("Nicht beurteilt werden Ton, Hilfsbereitschaft und Vollständigkeit");
    expect(text).toContain("2 Fälle in anderen Sprachen sind noch nicht");
    expect(text).toContain("Untergrenze ohne Sprachmodell: Quelltext unverändert 0 %");
    expect(text).toContain("Obergrenze: Musterantwort 100 %");
    expect(text).toContain("6 von 80");
  });
});

describe("numbers in the chapters", () => {
  test("says how steady the answers were, where questions were asked again", () => {
    const { findings, cards } = findingsFixture("single-model");
    const rate = findings.rates.find(
      ({ suite, variant, input }) => suite !== "alle" && variant === "trained" && input === "raw",
    );
    if (rate === undefined) throw new Error("The fixture has no trained rate.");
    const { suite, model, variant, input } = rate;
    const estimate = { low: 0.1, high: 0.6, method: "Wilson-Intervall, 95 %" };
    const row = {
      suite,
      model,
      variant,
      input,
      attempts: 3,
      n: 10,
      incomplete: 1,
      flips: 4,
      once: { ...estimate, value: 0.7 },
      always: { ...estimate, value: 0.3 },
      withinVariance: 0.1,
      betweenVariance: 0.3,
    };
    const withRow = textOf(renderHtml({ ...findings, reliability: [row] }, cards));
    expect(withRow).toContain("30 % der Fälle in allen 3 Versuchen");
    expect(withRow).toContain("In 4 von 10 Fällen war die Antwort auf dieselbe Frage");
    expect(withRow).toContain("4 von 10 25 % 1");
    expect(textOf(renderHtml(findings, cards))).not.toContain("Dieselbe Frage mehrmals");
  });

  test("steps of a method that several rows share are named once", () => {
    const { findings, cards } = findingsFixture("single-model");
    const rates = findings.rates.map((rate, index) => ({
      ...rate,
      method: `Bootstrap; Startwert ${index}`,
    }));
    const text = textOf(renderHtml({ ...findings, rates }, cards));
    expect(text).toMatch(/Verfahren: Bootstrap; Startwert \d; Startwert \d\./u);
  });

  test("a result that is not reliable is called so and never counts as passed", () => {
    const { findings, cards } = findingsFixture("single-model");
    const suiteResults = findings.suiteResults.map((result) => ({
      ...result,
      passes: true,
      reliable: false,
      notMeasuredShare: 0.1,
    }));
    const text = textOf(renderHtml({ ...findings, suiteResults }, cards));
    expect(text).toContain("besteht gemma3-270m 0 von 1 Aufgabe");
    expect(text).toContain("ist nicht belastbar: 10 % der Durchgänge");
  });

  test("critical cases that failed or could not be measured are named on page 1", () => {
    const { findings, cards } = findingsFixture("single-model");
    const suiteResults = findings.suiteResults.map((result) => ({
      ...result,
      criticalFailed: ["frist"],
      criticalNotMeasured: ["gebuehr"],
    }));
    const text = textOf(renderHtml({ ...findings, suiteResults }, cards));
    expect(text).toContain("1 kritischer Fall nicht bestanden (frist)");
    expect(text).toContain("1 kritischer Fall nicht gemessen werden (gebuehr)");
  });
});

describe("failures", () => {
  test("a card has its anchor, its marked passages, its reason and the reference", () => {
    const page = renderFixture("quick");
    expect(page).toMatch(/<article\sclass="failure"\sid="fall-[0-9a-f]+"/u);
    expect(page).toContain("<mark>DE00 1234 5678 9012 3456 78</mark>");
    expect(page).toContain('<div class="text" lang="tr" dir="auto"><mark>Bir ay</mark>');
    expect(textOf(page)).toContain("Antwort Der Personalausweis kostet 37 Euro");
    expect(textOf(page)).toContain("Mit 20 Jahren zahlen Sie 22,80 Euro.");
  });

  test("an empty answer is named, an answer of unseen characters is shown", () => {
    const page = renderFixture("hostile");
    expect(page).toContain("Die Antwort ist leer.");
    expect(page).toContain('<span class="unseen">U+0001</span>');
    expect(page).toContain('<span class="unseen">U+202E</span>gnulhaz');
  });

  test("a language nobody knows is not claimed", () => {
    expect(renderFixture("hostile")).not.toMatch(/lang="de&quot;/u);
    expect(renderFixture("hostile")).toContain('lang="ar" dir="auto"');
  });

  test("failures of baselines are not shown as failures of models", () => {
    const { findings, cards } = findingsFixture("single-model");
    const extra = cards.map((card) => ({ ...card, anchor: "fall-copy", model: "baseline:copy" }));
    const page = renderHtml(findings, [...cards, ...extra]);
    expect(withoutStyle(page)).not.toContain("fall-copy");
  });
});
