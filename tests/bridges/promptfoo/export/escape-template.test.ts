import fc from "fast-check";
import nunjucks from "nunjucks";
import { expect, test } from "vitest";
import {
  escapeTemplate,
  promptText,
  templateOf,
} from "../../../../bridges/promptfoo/export/escape-template.ts";

const engine = new nunjucks.Environment(null, { autoescape: false });

test("any text comes out of the template engine as it went in", () => {
  const pieces = fc.constantFrom(
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "{",
    "file://",
    "x",
    " ",
    "\n",
  );
  fc.assert(
    fc.property(
      fc.array(pieces).map((parts) => parts.join("")),
      (text) => {
        const ends = text.replace(/\n$/u, "");
        expect(engine.renderString(escapeTemplate(ends), { x: "falsch" })).toBe(ends);
      },
    ),
    { seed: 11, numRuns: 500 },
  );
});

test("no text is taken for a file or a package", () => {
  expect(escapeTemplate("file://geheim.txt")).not.toMatch(/^file:/u);
  expect(escapeTemplate("package:x")).not.toMatch(/^package:/u);
});

test.each(["Frage: {{question}} und/oder {{text}}", "Zeile 1\n{{text}}"])("prompt %j", (prompt) => {
  expect(promptText(prompt)).toContain("\n");
  expect(templateOf(promptText(prompt))).toBe(prompt);
  const rendered = engine.renderString(promptText(prompt), { question: "Q", text: "T" });
  expect(rendered).toBe(prompt.replace("{{question}}", "Q").replace("{{text}}", "T"));
});
