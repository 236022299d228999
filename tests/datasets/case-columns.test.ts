import { expect, test } from "vitest";
import { caseColumns, columnFlaw } from "../../datasets/case-columns.ts";

test.each(["id", "input.text", "expected.remedy.law", "options.facts.share", "must", "#Notiz"])(
  "%s is a column",
  (name) => {
    expect(columnFlaw(name)).toBeUndefined();
  },
);

test.each(["passes.1", "passes.12.note", "fails.2.answer", "fails.2.grader"])(
  "%s is an example",
  (name) => {
    expect(columnFlaw(name)).toBeUndefined();
  },
);

test.each([
  ["fails.1.gradr", "fails.1.grader"],
  ["fail.2.answer", "fails.2.answer"],
  ["Expected.Facts", "expected.facts"],
  ["text", "input.text"],
  ["severety", "severity"],
  ["fails.answer", "fails.1.answer"],
])("of %s it says that %s is meant", (name, meant) => {
  expect(columnFlaw(name)).toContain(`„${meant}“`);
});

test("columns of the schema: lists take several, groups with free names are open", () => {
  expect(caseColumns.lists).toContain("expected.facts");
  expect(caseColumns.plain).toContain("critical");
  expect(caseColumns.open).toEqual(["expected.remedy", "options"]);
  expect([...caseColumns.unwritable]).toEqual([
    "expected.changes",
    "expected.assertions",
    "messages",
    "versions",
  ]);
});
