import { describe, expect, test } from "vitest";
import { renderMarkdown } from "../../../training/formats/markdown.ts";
import { hostileText, sampleExercises } from "../../helpers/sample-exercises.ts";

describe("Markdown", () => {
  const text = renderMarkdown("Übungen *1*", sampleExercises());

  test("has a section per exercise with aim, time and solution", () => {
    expect(text.match(/^## Aufgabe \d/gmu)).toHaveLength(5);
    expect(text.match(/^### Lösung/gmu)).toHaveLength(5);
    expect(text).toContain("- Lernziel: Sie finden falsche Angaben.");
  });

  test("keeps texts whole in fences that they cannot close", () => {
    expect(text).toContain(`\`\`\`text\n${hostileText}\n\`\`\``);
    const [exercise] = sampleExercises();
    if (exercise === undefined) throw new Error("no exercise");
    const fenced = renderMarkdown("x", [{ ...exercise, solution: "```\nEnde" }]);
    expect(fenced).toContain("````text\n```\nEnde\n````");
  });

  test("sets markup in single lines back", () => {
    expect(text.startsWith(String.raw`# Übungen \*1\*`)).toBe(true);
    expect(text).toContain("- [x] Ein Hund kostet 96 Euro.");
  });
});
