import { describe, expect, test } from "vitest";
import { splitBlocks } from "../../../graders/text/text-blocks.ts";

function blocksOf(text: string): string[] {
  return Array.from(splitBlocks(text), ({ start, end }) => text.slice(start, end));
}

describe("splitBlocks", () => {
  test.each([
    ["a blank line", "Eins\n \nzwei", ["Eins", "zwei"]],
    ["list items", "Nötig:\n- Ausweis\n• Foto", ["Nötig:", "- Ausweis", "• Foto"]],
    ["numbered items", "(1) Antrag\n(2) Foto\n3. Geld", ["(1) Antrag", "(2) Foto", "3. Geld"]],
    ["a Markdown heading", "## Kosten\nkeine", ["## Kosten", "keine"]],
    ["a bold line", "**Kosten**\nkeine", ["**Kosten**", "keine"]],
    ["a rule", "Eins\n---\nzwei", ["Eins", "zwei"]],
    ["labelled lines", "Telefon: 1\nFax: 2", ["Telefon: 1", "Fax: 2"]],
    ["Windows line ends", "Eins\r\n\r\nzwei", ["Eins", "zwei"]],
    [
      "a short line without a verb before a longer one",
      "Wohngeld beantragen\nDer Antrag ist schriftlich zu stellen.",
      ["Wohngeld beantragen", "Der Antrag ist schriftlich zu stellen."],
    ],
  ])("is split by %s", (_name, text, blocks) => {
    expect(blocksOf(text)).toEqual(blocks);
  });

  test.each([
    ["a single line break", "Der Antrag ist bei der zuständigen\nBehörde zu stellen."],
    ["a date at the beginning of a line", "Die Frist endet am\n1. Januar 2026."],
    ["an ordinal at the beginning of a line", "Das Büro liegt im\n2. Stock des Rathauses."],
    ["a line that stops at an article", "Sie brauchen den\nAntrag und Ihren Personalausweis dazu."],
    ["a list item that goes on", "- Ausweis oder\n  Reisepass"],
  ])("is not split by %s", (_name, text) => {
    expect(blocksOf(text)).toEqual([text]);
  });
});
