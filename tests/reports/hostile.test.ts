import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import type { Card } from "../../core/card.ts";
import { findingsSchema, type Findings } from "../../core/findings.ts";
import { renderCsv } from "../../reports/csv.ts";
import { renderHtml, renderReport } from "../../reports/html.ts";
import { renderMarkdown } from "../../reports/markdown.ts";
import { findingsFixture } from "../helpers/findings-fixture.ts";
import { hostileTexts } from "../helpers/hostile-texts.ts";

/** Well-known ways to make a page run what it should show, each for another place. */
const attacks = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "</style><script>alert(1)</script>",
  "</textarea></title></script><svg onload=alert(1)>",
  "<!--><script>alert(1)</script>-->",
  "javascript:alert(1)",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "${alert(1)} {{constructor.constructor('alert(1)')()}}",
  "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
  '=HYPERLINK("http://boese.example";"x")',
  "]]><x>",
  "`</code><script>alert(1)</script>",
];

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: { "no-trailing-whitespace": "off", "long-title": "off" },
});

/** A report in which the text stands everywhere a text from outside can stand. */
function everywhere(text: string): { findings: Findings; cards: Card[] } {
  const { findings, cards } = findingsFixture("quick");
  const [model] = findings.models;
  if (model === undefined) throw new Error("the fixture has no model");
  return {
    findings: {
      ...findings,
      run: { ...findings.run, title: text, id: text, harness: { name: text } },
      suites: findings.suites.map((suite) => ({
        ...suite,
        title: `${suite.name} ${text}`,
        version: text,
        must: [text],
      })),
      models: findings.models.map((one) => ({
        ...one,
        name: text,
        revision: text,
        license: text,
        place: text,
        details: { [text]: text },
      })),
      failures: findings.failures.map((row) => ({ ...row, reason: text, case: text })),
      examples: findings.examples.map(({ good, bad, ...row }) => ({
        ...row,
        ...(good && { good: { ...good, case: text, question: text, excerpt: text } }),
        ...(bad && { bad: { ...bad, case: text, question: text, excerpt: text, reason: text } }),
      })),
    },
    cards: cards.map((card) => ({
      ...card,
      case: text,
      question: text,
      text,
      reference: text,
      source: text,
      answer: text,
      reasons: [{ grader: text, reason: text }],
      others: card.others.map((other) => ({ ...other, excerpt: text, length: text.length })),
    })),
  };
}

/** Tags of a page, without what our own code makes. */
function tags(page: string): Set<string> {
  return new Set(
    [...page.replaceAll(/<style>.*?<\/style>/gsu, "").matchAll(/<([a-z][a-z0-9]*)\b/giu)].map(
      ([, name]) => name ?? "",
    ),
  );
}

const { findings: plain, cards: plainCards } = findingsFixture("quick");
const ownTags = tags(
  renderHtml(plain, plainCards) + renderHtml(plain, plainCards, { language: "en" }),
);
const texts = (["de", "en"] as const).flatMap((language) =>
  [...attacks, ...hostileTexts].map((text) => ({ text, language })),
);

describe("texts from outside", () => {
  test.each(texts)("$text stays text in HTML ($language)", async ({ text, language }) => {
    const { findings, cards } = everywhere(text);
    const page = renderHtml(findings, cards, { language });
    expect([...tags(page)].filter((name) => !ownTags.has(name))).toEqual([]);
    expect(page.match(/<script\b/gu)).toHaveLength(1);
    expect(page.replace(/<script>.*<\/script>/su, "")).not.toMatch(/<[^>"]*\son\w+=/iu);
    expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069\ufeff]|(?!\s)\p{Cc}|\p{Cs}/u);
    const { results } = await validator.validateString(page);
    const messages = results.flatMap((result) => result.messages.map(({ message }) => message));
    expect(messages).toEqual([]);
  });

  test.each(texts)("$text stays text in CSV and Markdown ($language)", ({ text, language }) => {
    const { findings, cards } = everywhere(text);
    const files = [
      ...renderCsv(findings, cards, { language }),
      ...renderMarkdown(findings, cards, { language }),
    ];
    for (const { content } of files) {
      const body = content.replace(/^\ufeff/u, "");
      expect(body).not.toMatch(/[\u202a-\u202e\u2066-\u2069\ufeff]|(?!\s)\p{Cc}|\p{Cs}/u);
      expect(body).not.toMatch(/(?:^|[;,\n])"[=+@]/u);
    }
    expect(files.at(-1)?.content).not.toMatch(/(?<!\\)<(?:script|img|svg|a)\b/iu);
  });
});

describe("odd runs give a true page", () => {
  test("40 models", () => {
    const { findings, cards } = findingsFixture("quick");
    const [model] = findings.models;
    const rate = findings.rates.find((row) => row.model === model?.id);
    const ids = Array.from({ length: 40 }, (_, at) => `compatible:modell-${at + 1}`);
    const many = findingsSchema.parse({
      ...findings,
      models: ids.map((id) => ({ ...model, id, name: id })),
      rates: ids.map((id) => ({ ...rate, model: id })),
    });
    const page = renderHtml(many, cards);
    for (const id of ids) expect(page).toContain(id);
    expect(page).toContain("Alle 40\u00a0Modelle stehen im Kapitel");
    expect(Buffer.byteLength(page)).toBeLessThan(3_000_000);
  });

  test("an answer of 100 000 characters is shown in part, with what is left out", () => {
    const { findings, cards } = findingsFixture("quick");
    const answer = "Die Frist beträgt einen Monat. ".repeat(3226).slice(0, 100_000);
    const page = renderHtml(
      findings,
      cards.map((card) => ({ ...card, answer })),
    );
    expect(page).toContain("97.500\u00a0Zeichen ausgelassen");
    expect(Buffer.byteLength(page)).toBeLessThan(500_000);
  });

  test("Arabic text finds its own direction", () => {
    const { findings, cards } = findingsFixture("quick");
    const answer = "رسوم بطاقة الهوية 37 يورو.";
    const [report] = renderReport(
      findings,
      cards.map((card) => ({ ...card, answer, reference: answer, language: "ar" })),
    );
    expect(report?.content).toContain(`<div class="text" lang="ar" dir="auto">`);
    expect(report?.content).toContain(answer);
  });

  test("only unscored trials: no rate, no failure, no number made up", () => {
    const { findings } = findingsFixture("nothing-measured");
    const page = renderHtml(findings, []);
    expect(page).toContain("Es liegt keine beurteilte Antwort eines Modells vor.");
    expect(page).not.toMatch(/NaN|undefined|Infinity/u);
  });
});
