import { expect, test } from "vitest";
import { readStyleText } from "../../../../graders/text/style/style-text.ts";
import { findSubjunctives } from "../../../../graders/text/style/subjunctive.ts";

test.each([
  ["Das wäre schön, wenn Sie kommen könnten.", ["wäre", "könnten"]],
  ["Er sagt, er sei krank und habe kein Geld.", ["sei", "habe?"]],
  ["Sie sollten kommen.", ["sollten?"]],
  ["Man müsste das prüfen, bevor es zuließe, was käme.", ["müsste", "zuließe", "käme"]],
  ["Ich möchte einen Antrag stellen.", []],
  ["Ich habe Geld und ich werde kommen.", []],
  ["Seien Sie pünktlich. Sei bitte da.", []],
  ["Würde des Menschen: Die Würde ist unantastbar.", []],
  ["Sie konnten und mussten das wissen, ihr könnt das.", []],
])("%s", (text, expected) => {
  const found = readStyleText(text).sentences.flatMap(findSubjunctives);
  expect(
    found.map(({ start, end, certain }) => `${text.slice(start, end)}${certain ? "" : "?"}`),
  ).toEqual(expected);
});
