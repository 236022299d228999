import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderMarkdown } from "../../reports/markdown.ts";
import { markdownTable, markdownText } from "../../reports/markdown/text.ts";
import { findingsFixture, fixtureNames, type FixtureName } from "../helpers/findings-fixture.ts";

const seed = 20_261_129;

function render(name: FixtureName): string {
  const { findings, cards } = findingsFixture(name);
  const [file] = renderMarkdown(findings, cards);
  return file?.content ?? "";
}

describe("renderMarkdown", () => {
  test.each(fixtureNames)("%s looks as before", async (name) => {
    await expect(render(name)).toMatchFileSnapshot(`../golden/reports/${name}.md`);
  });

  test.each(fixtureNames)("%s in English looks as before", async (name) => {
    const { findings, cards } = findingsFixture(name);
    const [file] = renderMarkdown(findings, cards, { language: "en" });
    expect(file?.file).toBe("report-en.md");
    await expect(file?.content).toMatchFileSnapshot(`../golden/reports/${name}-en.md`);
    const headings = (text: string): number => text.match(/^#+ /gmu)?.length ?? 0;
    expect(headings(file?.content ?? "")).toBe(headings(render(name)));
    expect(file?.content).not.toMatch(/Kapitel|Prompt „|bestanden|geschult/u);
  });

  test("has one title, says what it is no use for, and explains the interval", () => {
    const text = render("quick");
    expect(text.match(/^# /gmu)).toHaveLength(1);
    expect(text).toContain("Erster Eindruck, keine Entscheidungsgrundlage");
    expect(text).toContain("Nicht beurteilt werden Ton");
    expect(text).toContain("Konfidenzintervall");
  });

  test("nothing measured: no number is made up", () => {
    expect(render("nothing-measured")).toContain("Zu keinem Modell liegt ein gemessenes Ergebnis");
    expect(render("nothing-measured")).not.toMatch(/NaN|undefined|Infinity/u);
  });
});

describe("markdownText", () => {
  test.each([
    ["<script>alert(1)</script>", String.raw`\<script\>alert(1)\</script\>`],
    ["[x](javascript:alert(1))", String.raw`\[x\](javascript:alert(1))`],
    ["a|b\nc", String.raw`a\|b c`],
    [
      "https://boese.example www.boese.example",
      String.raw`https\://boese.example www\.boese.example`,
    ],
    ["a@b.example", String.raw`a\@b.example`],
    ["1. Punkt", String.raw`1\. Punkt`],
    ["- Punkt", String.raw`\- Punkt`],
    ["# Titel", String.raw`\# Titel`],
    ["\u202Egnulhaz", String.raw`\[U+202E\]gnulhaz`],
  ])("%j stays text", (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });

  test("whatever the text, a table keeps its columns and no sign keeps its meaning", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const [, , row = ""] = markdownTable(["a", "b"], [[text, "x"]]).split("\n");
        expect(row.match(/(?<!\\)(?:\\\\)*\|/gu)).toHaveLength(3);
        expect(markdownText(text)).not.toMatch(/(?<!\\)(?:\\\\)*[<>[\]`*_|]/u);
      }),
      { seed, numRuns: 500 },
    );
  });
});
