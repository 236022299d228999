import { expect, test } from "vitest";
import { isLeftOpen } from "../../../graders/facts/left-open.ts";
import { readContent } from "../../../graders/text/content-items.ts";

function isOpen(answer: string, word: string): boolean {
  const content = readContent(answer);
  return isLeftOpen(
    content,
    content.items.findIndex(({ text }) => text === word),
  );
}

test.each([
  ["Ob Hunde erlaubt sind, weiß ich nicht.", "Hunde"],
  ["Es ist unklar, ob Hunde erlaubt sind.", "erlaubt"],
  ["Im Text steht nicht, ob Hunde erlaubt sind.", "Hunde"],
])("„%s“ leaves %s open", (answer, word) => {
  expect(isOpen(answer, word)).toBe(true);
});

test.each([
  ["Ob Hunde erlaubt sind, prüft das Amt.", "Hunde"],
  ["Ob Hunde erlaubt sind, ist noch nicht entschieden.", "Hunde"],
  ["Hunde sind erlaubt, mehr weiß ich nicht.", "Hunde"],
])("„%s“ speaks of %s", (answer, word) => {
  expect(isOpen(answer, word)).toBe(false);
});
