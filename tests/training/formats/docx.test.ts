import mammoth from "mammoth";
import { describe, expect, test } from "vitest";
import { renderSolutionsDocx, renderWorksheetDocx } from "../../../training/formats/docx.ts";
import { hostileText, sampleExercises } from "../../helpers/sample-exercises.ts";

const exercises = sampleExercises();

async function read(content: Uint8Array): Promise<string> {
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(content) });
  expect(messages.filter(({ type }) => type === "error")).toEqual([]);
  return value;
}

describe("DOCX, read by mammoth", () => {
  test("has real headings, tables with a header row, and the texts", async () => {
    const html = await read(await renderWorksheetDocx("Übungen", exercises));
    expect(html).toContain("<h1>Übungen</h1>");
    expect(html.match(/<h2>Aufgabe \d/gu)).toHaveLength(exercises.length);
    expect(html).toContain("<thead>");
    expect(html).toContain("مرحبا بكم في البلدية");
    expect(html).toContain("$$x^2$$ @@PLUGINFILE@@/bild.png");
    expect(html).not.toContain("<script>");
  });

  test("the worksheet holds no solution, the solution sheet does", async () => {
    const sheet = await read(await renderWorksheetDocx("Übungen", exercises));
    const solutions = await read(await renderSolutionsDocx("Übungen", exercises));
    expect(sheet).not.toMatch(/Dazu:|Muster |Lösung/u);
    expect(solutions).toContain("Dazu: Elif Sommer");
    expect(solutions.match(/<h2>Lösung \d/gu)).toHaveLength(exercises.length);
  });

  test("plain text comes out as it went in", async () => {
    const { value } = await mammoth.extractRawText({
      buffer: Buffer.from(await renderWorksheetDocx("Ü", exercises)),
    });
    for (const line of hostileText.split("\n")) expect(value).toContain(line);
  });

  test("the same exercises give the same bytes", async () => {
    const [one, other] = await Promise.all([
      renderWorksheetDocx("Ü", exercises),
      renderWorksheetDocx("Ü", exercises),
    ]);
    expect(Buffer.compare(one, other)).toBe(0);
  });
});
