import { expect, test } from "vitest";
import { mappedText } from "../../../graders/secrets/mapped-text.ts";
import { numberedText } from "../../../graders/secrets/numbered-text.ts";

test.each([
  ["Code: 83 111 108 97 114.", "Code: Solar."],
  ["A1Z26: 19-15-12-1-18", "A1Z26: solar"],
  ["19; 15;  12, 1.18", "solar"],
])("%j is %j", (text, read) => {
  expect(numberedText(mappedText(text)).text).toBe(read);
});

test.each(["83 111 108 97", "1, 2, 3, 4 und 5", "am 3.4.2026 um 8.30 Uhr", ""])(
  "%j stays what it is",
  (text) => {
    const source = mappedText(text);
    expect(numberedText(source)).toBe(source);
  },
);
