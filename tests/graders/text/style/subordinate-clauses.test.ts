import { expect, test } from "vitest";
import { readStyleText } from "../../../../graders/text/style/style-text.ts";
import { findSubordinateClauses } from "../../../../graders/text/style/subordinate-clauses.ts";

test.each([
  [
    "Der Antrag, der bis zum 3. Mai gestellt wird, gilt, sofern alles vorliegt.",
    ["der bis zum 3. Mai gestellt wird", "sofern alles vorliegt"],
  ],
  ["Weil das Amt zu ist, warten wir.", ["Weil das Amt zu ist"]],
  ["Das Amt, in dem Sie wohnen, hilft.", ["in dem Sie wohnen"]],
  ["Wir sagen, dass, sofern etwas fehlt, der Antrag ruht.", ["dass!", "sofern etwas fehlt"]],
  ["Der Ausweis, der Pass, die Urkunde.", []],
  ["Sie bringen mit: den Ausweis, das Foto, die Gebühr.", []],
  ["Sie kommen, wir helfen.", []],
])("%s", (text, expected) => {
  const found = readStyleText(text).sentences.flatMap(findSubordinateClauses);
  expect(
    found.map(
      ({ start, end, interrupted }) => `${text.slice(start, end)}${interrupted ? "!" : ""}`,
    ),
  ).toEqual(expected);
});
