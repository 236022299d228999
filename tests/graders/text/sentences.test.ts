import { describe, expect, test } from "vitest";
import { splitSentences } from "../../../graders/text/sentences.ts";
import list from "./sentence-counts.json" with { type: "json" };

function textsOf(text: string): string[] {
  return splitSentences(text).map((span) => span.text);
}

describe("splitSentences", () => {
  test.each(list.texts)("counts the sentences of $text", ({ text, sentences }) => {
    expect(textsOf(text)).toHaveLength(sentences);
  });

  test("keeps the offsets, also in decomposed spelling", () => {
    const text = "  Die Gebühr ist fällig.\n\n- Zahlen Sie z. B. bar.  ".normalize("NFD");
    const spans = splitSentences(text);
    expect(spans.map((span) => span.text.normalize("NFC"))).toEqual([
      "Die Gebühr ist fällig.",
      "- Zahlen Sie z. B. bar.",
    ]);
    for (const span of spans) expect(span.text).toBe(text.slice(span.start, span.end));
  });

  test("keeps the closing quote with its sentence", () => {
    expect(textsOf("„Ja.“ „Nein.“ Gut.")).toEqual(["„Ja.“", "„Nein.“", "Gut."]);
  });

  test("finds no sentence without a letter or digit", () => {
    expect(textsOf("--- … !!! \n\n ***")).toEqual([]);
    expect(textsOf("")).toEqual([]);
  });

  test("loses no letter and no digit", () => {
    for (const { text } of list.texts) {
      const visible = (part: string): string => part.replace(/[^\p{L}\p{N}]/gu, "");
      expect(visible(textsOf(text).join(""))).toBe(visible(text));
    }
  });
});
