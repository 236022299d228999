import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markup, nothing, plainText, trusted } from "../../../reports/html/escape.ts";

const seed = 20_261_123;

describe("markup", () => {
  test("escapes text between tags and in attributes", () => {
    const text = `<b a='1'>"&`;
    expect(markup`<p title="${text}">${text}</p>`.text).toBe(
      '<p title="&lt;b a=&#39;1&#39;&gt;&quot;&amp;">&lt;b a=&#39;1&#39;&gt;&quot;&amp;</p>',
    );
  });

  test("takes finished HTML, lists, numbers and nothing as they are", () => {
    expect(markup`${markup`<b>${1}</b>`}${["<", trusted("<i>")]}${nothing}${undefined}`.text).toBe(
      "<b>1</b>&lt;<i>",
    );
  });

  test("leaves out the indentation of the template, never that of a text", () => {
    expect(
      markup`<p>
      ${"  a\n    b"}
    </p>`.text,
    ).toBe("<p>\n  a\n    b\n</p>");
  });

  test.each([
    ["\u202e", "U+202E"],
    ["\u0000", "U+0000"],
    ["\ud800", "U+D800"],
    ["\udfff", "U+DFFF"],
    ["\ufeff", "U+FEFF"],
    ["\r", "U+000D"],
    ["\u{e0041}", "U+E0041"],
    ["\u{1fffe}", "U+1FFFE"],
  ])("shows %j as a visible mark", (character, name) => {
    expect(markup`${`a${character}b`}`.text).toBe(`a<span class="unseen">${name}</span>b`);
    expect(markup`<i title="${character}">`.text).toBe(`<i title="[${name}]">`);
    expect(plainText(character).text).toBe(`[${name}]`);
  });

  test.each(["ä ß €\n\t", "می‌خواهم", "👨‍👩‍👧", "\r\n"])("keeps %j readable", (text) => {
    expect(markup`${text}`.text).toBe(text.replace("\r\n", "\n"));
  });

  test("no text makes a tag, leaves an attribute or keeps an unseen character", () => {
    const hostile = fc.string({ unit: "binary", maxLength: 60 });
    fc.assert(
      fc.property(hostile, (text) => {
        const attribute = markup`<i title="${text}">`.text;
        expect(attribute.slice(10, -2)).not.toMatch(/["<>]/u);
        const between = markup`${text}`.text.replaceAll(/<\/?span(?: class="unseen")?>/gu, "");
        expect(between).not.toMatch(/[<>\u202e\u2066]|\p{Cs}|(?!\s)\p{Cc}/u);
      }),
      { seed, numRuns: 500 },
    );
  });
});
