import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Evidence } from "../../../core/score.ts";
import { markedText } from "../../../reports/html/marked-text.ts";

const seed = 20_261_123;

function span(start: number, end: number): Evidence {
  return { start, end, quote: "" };
}

describe("markedText", () => {
  test("marks a passage", () => {
    expect(markedText("Kostet 37 Euro.", [span(7, 14)]).text).toBe("Kostet <mark>37 Euro</mark>.");
  });

  test("marks overlapping and touching passages once", () => {
    expect(markedText("abcdef", [span(3, 5), span(1, 3), span(2, 4)]).text).toBe(
      "a<mark>bcde</mark>f",
    );
  });

  test("leaves out passages that are not in the text", () => {
    expect(markedText("abc", [span(9, 12), span(2, 1), span(1, 1)]).text).toBe("abc");
    expect(markedText("abc", [span(2, 99)]).text).toBe("ab<mark>c</mark>");
  });

  test("never cuts a character of two code units", () => {
    expect(markedText("😀37", [span(1, 3)]).text).toBe("<mark>😀3</mark>7");
  });

  test("escapes inside and outside the mark", () => {
    expect(markedText("<b>&", [span(0, 3)]).text).toBe("<mark>&lt;b&gt;</mark>&amp;");
  });

  test("of a very long text it shows the beginning and the marked passage", () => {
    const text = `${"a".repeat(50_000)}37 Euro${"b".repeat(50_000)}`;
    const shown = markedText(text, [span(50_000, 50_007)]).text;
    expect(shown).toContain("<mark>37 Euro</mark>");
    expect(shown).toContain("47.250\u00a0Zeichen ausgelassen");
    expect(shown).toContain("49.750\u00a0Zeichen ausgelassen");
    expect(shown.length).toBeLessThan(4000);
  });

  test("a passage of 100 000 characters does not bring the whole text back", () => {
    expect(markedText("x".repeat(100_000), [span(0, 100_000)]).text.length).toBeLessThan(4000);
  });

  test("loses and adds nothing, whatever the passages", () => {
    const passages = fc.array(fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ max: 60 })));
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), passages, (text, spans) => {
        const marked = markedText(
          text,
          spans.map(([start, end]) => span(start, end)),
        ).text;
        expect(marked.replaceAll(/<\/?mark>/gu, "")).toBe(markedText(text).text);
      }),
      { seed },
    );
  });
});
