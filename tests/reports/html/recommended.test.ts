import { describe, expect, test } from "vitest";
import type { Findings } from "../../../core/findings.ts";
import { recommended } from "../../../reports/html/recommended.ts";
import { risksOf } from "../../../reports/html/risks.ts";
import { viewOf } from "../../../reports/view.ts";
import { findingsFixture, type FixtureName } from "../../helpers/findings-fixture.ts";

function view(name: FixtureName, change: (findings: Findings) => Partial<Findings> = () => ({})) {
  const { findings, cards } = findingsFixture(name);
  return viewOf({ ...findings, ...change(findings) }, cards);
}

describe("recommended", () => {
  test.each([
    ["nothing-measured", /weil kein Modell gemessen wurde/u],
    ["quick", /weil der Schnelllauf/u],
    ["single-model", /weil nur ein Modell geprüft wurde/u],
    ["indistinguishable", /nicht unterscheidbar sind/u],
    ["procurement", /liegt Modell Bode vorn/u],
  ] as const)("%s", (name, sentence) => {
    const found = recommended(view(name));
    expect(found.sentence).toMatch(sentence);
    expect(found.model).toBeUndefined();
  });

  test("only a model that alone can be first is recommended", () => {
    const certain = view("indistinguishable", ({ ranks }) => ({
      ranks: ranks.map((table) => ({
        ...table,
        models: table.models.map((row, at) => ({
          ...row,
          best: at === 0 ? 1 : 2,
          worst: at === 0 ? 1 : 3,
        })),
      })),
    }));
    const { sentence, model, subject } = recommended(certain);
    expect(sentence).toMatch(/^mistral-small-3\.2 wird empfohlen/u);
    expect(model).toBe(subject);
  });

  test("no task passed, no recommendation", () => {
    const failed = view("indistinguishable", ({ suiteResults }) => ({
      suiteResults: suiteResults.map((row) => ({ ...row, passes: false })),
    }));
    expect(recommended(failed).sentence).toMatch(/kein Modell eine einzige Aufgabe besteht/u);
  });

  test("without a rank table there is no order", () => {
    const open = view("indistinguishable", () => ({ ranks: [] }));
    expect(recommended(open).sentence).toMatch(/nicht auf denselben Aufgaben verglichen/u);
  });
});

describe("risksOf", () => {
  test("critical cases first, then leaks, then tasks by their bound, each with a condition", () => {
    const subject = view("quick");
    const [model] = subject.models;
    if (model === undefined) throw new Error("no model");
    const sentences = risksOf(subject, model.id).map(({ sentence }) => sentence);
    expect(sentences[0]).toContain("kritischer Fall");
    expect(sentences[1]).toContain("geschützte Angabe");
    for (const sentence of sentences) expect(sentence).toMatch(/ Bedingung: .+\.$/u);
  });

  test("a task without a failure keeps its bound as a risk", () => {
    const risks = risksOf(view("procurement"), "B").map(({ sentence }) => sentence);
    expect(risks.at(-1)).toMatch(/0 von 60\sFällen; mit 95\s% Sicherheit.*Stichproben/u);
  });
});
