import { expect, test } from "vitest";
import { findAbbreviations } from "../../../../graders/text/style/abbreviation-uses.ts";
import { readStyleText } from "../../../../graders/text/style/style-text.ts";

test.each([
  ["Das gilt z. B. i. V. m. § 3 Abs. 2 VwGO.", ["z. B.", "i. V. m.", "Abs.", "VwGO"]],
  ["Das Sozialgesetzbuch (SGB) gilt. Im SGB II steht mehr.", ["SGB=", "SGB="]],
  ["Die IBAN (das ist Ihre Kontonummer) brauchen wir.", ["IBAN="]],
  ["KdU bedeutet: Kosten der Unterkunft.", ["KdU="]],
  ["Die EU-Bürger bekommen BAföG usw.", ["EU", "BAföG", "usw."]],
  ["Das ist keine Art.\n\nWICHTIGER HINWEIS: BITTE LESEN. Das gilt NICHT.", []],
  ["Ludwig XIV. und Band III. Kommen Sie am 1. Mai.", []],
])("%s", (text, expected) => {
  expect(
    findAbbreviations(readStyleText(text)).map((use) => `${use.text}${use.explained ? "=" : ""}`),
  ).toEqual(expected);
});
