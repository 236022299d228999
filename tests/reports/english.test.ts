import { readFileSync } from "node:fs";
import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { reportDetailsSchema } from "../../core/report-details.ts";
import { anonymise } from "../../reports/anonymise.ts";
import { renderReport } from "../../reports/html.ts";
import type { ReportOptions } from "../../reports/view.ts";
import { findingsFixture, fixtureNames, type FixtureName } from "../helpers/findings-fixture.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:a11y"],
  rules: { "no-trailing-whitespace": "off", "long-title": "off" },
});

function render(name: FixtureName, options: ReportOptions = {}): string {
  const { findings, cards } = findingsFixture(name);
  const [file] = renderReport(findings, cards, { ...options, language: "en" });
  return withoutOurOwn(file?.content ?? "");
}

/** The page without our style sheet and our script; any other script stays. */
function withoutOurOwn(page: string): string {
  const script = readFileSync("reports/script/filter.js", "utf8");
  return page
    .replace(/<style>.*<\/style>/su, "<style></style>")
    .replace(`<script>${script}</script>`, "");
}

/** What is English on the page: German texts are marked, code and names of models are no language. */
function englishOf(page: string): string {
  return page
    .replaceAll(/<span class="unseen".*?<\/span>/gsu, " ")
    .replaceAll(/<div class="text" (?:lang="\w+" )?dir="auto">.*?<\/div>/gsu, " ")
    .replaceAll(/<(span|h1|option)\b[^>]*lang="de"[^>]*>.*?<\/\1>/gsu, " ")
    .replaceAll(/<code\b.*?<\/code>/gsu, " ")
    .replace(/<title>.*?<\/title>/su, " ")
    .replaceAll(/<[^>]*>/gu, " ")
    .replaceAll(/[\s\u00a0]+/gu, " ");
}

/** Words that only a German sentence has. */
const germanWords =
  /[äöüß„]|(?<![\p{L}])(?:der|das|und|nicht|ist|sind|mit|eine?|Fälle|Aufgaben?|Modelle|bestanden|geschult|ungeschult|Kapitel|Angebot)(?![\p{L}])/u;

describe("the English report", () => {
  test.each(fixtureNames)("%s looks as before", async (name) => {
    await expect(render(name)).toMatchFileSnapshot(`../golden/reports/${name}-en.html`);
  });

  test.each(fixtureNames)("%s: nothing German that is not marked as German", (name) => {
    const text = englishOf(render(name)).replaceAll(/\bhttps?:\S+/gu, "");
    const sentences = text.split(/(?<=[.:;])\s/u).filter((part) => germanWords.test(part));
    expect(sentences).toEqual([]);
  });

  test.each(fixtureNames)(
    "%s: titles of tasks are marked as German wherever they stand",
    (name) => {
      const { findings, cards } = findingsFixture(name);
      const suites = findings.suites.map((suite, at) => ({ ...suite, title: `Größe ${at}` }));
      const [file] = renderReport({ ...findings, suites }, cards, { language: "en" });
      expect(englishOf(withoutOurOwn(file?.content ?? ""))).not.toContain("Größe");
    },
  );

  test.each(fixtureNames)("%s: has every chapter and part of the German report", (name) => {
    const { findings, cards } = findingsFixture(name);
    const headings = (language: "de" | "en"): string[] => {
      const [file] = renderReport(findings, cards, { language });
      return [...(file?.content ?? "").matchAll(/<h[2-5]\b[^>]*\sid="([^"]+)"/gu)].map(
        ([, id]) => id ?? "",
      );
    };
    expect(headings("en")).toEqual(headings("de"));
    expect(headings("en").length).toBeGreaterThan(30);
  });

  test.each(fixtureNames)("%s: has every table, number and link of the German report", (name) => {
    const { findings, cards } = findingsFixture(name);
    const count = (language: "de" | "en") => {
      const [file] = renderReport(findings, cards, { language });
      const page = file?.content ?? "";
      return ["<table", "<tr", "<td", "<svg", "<figure", "<article", "<details", 'href="#'].map(
        (piece) => page.split(piece).length,
      );
    };
    expect(count("en")).toEqual(count("de"));
  });

  test.each(fixtureNames)("%s: valid, every id once, every link has its target", async (name) => {
    const page = render(name);
    const { results } = await validator.validateString(page);
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    const ids = [...page.matchAll(/\sid="([^"]*)"/gu)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]*)"/gu)) expect(ids).toContain(target);
    expect(page).toContain('<html lang="en">');
    expect(page).not.toMatch(/<script|NaN|undefined|Infinity/u);
  });

  test("says first that a quick run is no basis for a decision, and what is not judged", () => {
    const text = englishOf(render("quick"));
    expect(text.indexOf("First look")).toBeLessThan(text.indexOf("2 models and"));
    expect(text).toContain("Tone, helpfulness and completeness beyond the points entered");
    expect(englishOf(render("indistinguishable"))).toContain("cannot be told apart");
  });

  test("with requirements by them, in the words of the role", () => {
    const text = englishOf(render("procurement"));
    expect(text).toContain("Evaluating test.");
    expect(text).toContain("performance points");
    expect(text).not.toContain("award");
  });

  test("an agency's purpose is quoted as German", () => {
    const details = reportDetailsSchema.parse({ purpose: "Bürgeramt <Mitte>" });
    expect(render("quick", { details })).toContain(
      'Which model suits: <span lang="de">Bürgeramt &lt;Mitte&gt;</span>?',
    );
  });

  test("anonymised: offers in English, a file of its own, nothing that tells a model", () => {
    const fixture = findingsFixture("quick");
    const { findings, cards } = anonymise(fixture.findings, fixture.cards);
    const [file] = renderReport(findings, cards, { anonymous: true, language: "en" });
    expect(file?.file).toBe("report-en-anonym.html");
    expect(file?.content).toContain("Offer 1");
    expect(file?.content).not.toMatch(/gemma|smollm|Angebot 1/iu);
  });
});
