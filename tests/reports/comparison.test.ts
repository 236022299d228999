import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { compareRuns } from "../../analysis/compare-runs.ts";
import type { RunComparison } from "../../core/run-comparison.ts";
import type { Language } from "../../reports/language.ts";
import { renderComparison } from "../../reports/comparison.ts";
import { comparisonFixture } from "../helpers/comparison-fixture.ts";
import { buildRun } from "../analysis/build-run.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:a11y"],
  rules: { "no-trailing-whitespace": "off", "long-title": "off" },
});

function render(comparisons: readonly RunComparison[], language: Language = "de"): string {
  const [file] = renderComparison(comparisons, { language });
  return (file?.content ?? "").replace(/<style>.*<\/style>/su, "<style></style>");
}

function textOf(page: string): string {
  return page.replaceAll(/<[^>]*>/gu, " ").replaceAll(/[\s\u00a0]+/gu, " ");
}

const nothing = compareRuns(
  buildRun({ trials: [{ case: "a" }] }),
  buildRun({ trials: [{ suite: "t", case: "b" }] }),
);

describe("renderComparison", () => {
  test("looks as before", async () => {
    const page = render([comparisonFixture()]);
    await expect(page).toMatchFileSnapshot("../golden/reports/comparison.html");
  });

  test("in English: every part of it, nothing German but what the runs have", async () => {
    const page = render([comparisonFixture()], "en");
    await expect(page).toMatchFileSnapshot("../golden/reports/comparison-en.html");
    const ids = (text: string): string[] =>
      [...text.matchAll(/\sid="([^"]+)"/gu)].map(([id]) => id);
    expect(ids(page)).toEqual(ids(render([comparisonFixture()])));
    expect(page).toContain('<html lang="en">');
    expect(textOf(page)).toContain("Of 2 comparisons (by model, prompt and task) one turns out");
    const own = page
      .replaceAll(/<div class="text" (?:lang="\w+" )?dir="auto">.*?<\/div>/gsu, " ")
      .replaceAll(/<span lang="de">.*?<\/span>/gsu, " ");
    expect(textOf(own)).not.toMatch(/bestanden|Fälle|Aufgabe|vorher|Kapitel|geschult|gesichert/u);
  });

  test("says what got worse first, with both answers, and never more than is certain", () => {
    const text = textOf(render([comparisonFixture()]));
    expect(text).toContain(
      "Von 2 Vergleichen (je Modell, Prompt und Aufgabe) fällt 1 gesichert schlechter aus",
    );
    expect(text.indexOf("Was schlechter wurde")).toBeLessThan(text.indexOf("Was besser wurde"));
    expect(text).toContain("Vorher bestanden");
    expect(text).toContain("10 Antworten vorher bestanden und jetzt nicht");
  });

  test("nothing in common is said in a sentence", () => {
    expect(textOf(render([nothing]))).toContain("nichts gemeinsam, das sich vergleichen lässt");
  });

  test.each([
    ["one later run", [comparisonFixture()]],
    ["two later runs", [comparisonFixture(), comparisonFixture()]],
    ["nothing in common", [nothing]],
  ])("%s: valid HTML, every id once, no script", async (_, comparisons) => {
    const page = render(comparisons);
    const report = await validator.validateString(page);
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ message }) => message)),
    ).toEqual([]);
    const ids = [...page.matchAll(/\sid="([^"]*)"/gu)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(page).not.toMatch(/<script|https?:\/\//u);
  });

  test("hostile names and answers stay text", () => {
    const hostile = '"><script>alert(1)</script>\u202e';
    const trials = [{ case: hostile, model: hostile, answer: hostile }];
    const page = render([
      compareRuns(
        buildRun({ trials, manifest: { title: hostile } }),
        buildRun({ trials: trials.map((trial) => ({ ...trial, result: "failed" as const })) }),
      ),
    ]);
    expect(page).not.toContain("<script>");
    expect(page).not.toContain("\u202e");
  });
});
