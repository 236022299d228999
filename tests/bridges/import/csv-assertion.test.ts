import { expect, test } from "vitest";
import { readNumber, readShortAssertion } from "../../../bridges/promptfoo/import/csv-assertion.ts";

test.each([
  ["Bürgeramt", { type: "equals", value: "Bürgeramt" }],
  ["contains: Amt ", { type: "contains", value: "Amt" }],
  ["not-contains:leider", { type: "not-contains", value: "leider" }],
  ["is-json", { type: "is-json", value: undefined }],
  [
    'icontains-all:eins, "zwei, drei",,vier',
    { type: "icontains-all", value: ["eins", "zwei, drei", "vier"] },
  ],
  ["similar:Text", { type: "similar", value: "Text", threshold: 0.8 }],
  ["similar(0.6):Text", { type: "similar", value: "Text", threshold: 0.6 }],
  ["starts-with:Guten", { type: "starts-with", value: "Guten", threshold: 0.75 }],
  ["grade:ist höflich", { type: "llm-rubric", value: "ist höflich" }],
  ["fn:output.length > 3", { type: "javascript", value: "output.length > 3" }],
  ["file://pruefung.js", { type: "javascript", value: "file://pruefung.js" }],
  ["python: len(output)", { type: "python", value: "len(output)" }],
  ["contains all: a", { type: "equals", value: "contains all: a" }],
])("%s", (cell, assertion) => {
  expect(readShortAssertion(cell)).toEqual(assertion);
});

test("a cell that is no number counts as not filled in", () => {
  expect(["0", " 0.5 ", "1e-2", "", "0,5", "NaN", undefined].map(readNumber)).toEqual([
    0,
    0.5,
    0.01,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
