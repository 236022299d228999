import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { failureClasses } from "../../core/failure-class.ts";
import { recogniseSentences } from "../../reports/recognise.ts";
import graderNames from "../../reports/words/graders.json" with { type: "json" };
import words from "../../reports/words/recognise.json" with { type: "json" };
import { findingsFixture } from "../helpers/findings-fixture.ts";

const [card] = findingsFixture("quick").cards;
if (card === undefined) throw new Error("the fixture has no card");
const first = card;

function reasons(...graders: string[]) {
  return graders.map((grader) => ({ grader, reason: "beanstandet" }));
}

test("every grader and every class has a sentence", () => {
  const graders = readdirSync("graders")
    .filter((file) => file.endsWith(".ts") && file !== "registry.ts")
    .map((file) => file.slice(0, -3));
  expect(Object.keys(words.graders).toSorted()).toEqual(graders.toSorted());
  expect(Object.keys(graderNames).toSorted()).toEqual(graders.toSorted());
  expect(Object.keys(words.classes).toSorted()).toEqual(failureClasses.toSorted());
});

test("advice by grader, at most two, none twice", () => {
  const { facts, readability } = words.graders;
  expect(recogniseSentences({ ...first, reasons: reasons("facts", "facts") })).toEqual([facts]);
  expect(
    recogniseSentences({ ...first, reasons: reasons("facts", "readability", "language") }),
  ).toEqual([facts, readability]);
});

test.each(["answer", "promptfoo:llm-rubric", "__proto__", "toString"])(
  "for %s the class of the failure speaks",
  (grader) => {
    const sentences = recogniseSentences({ ...first, class: "empty", reasons: reasons(grader) });
    expect(sentences).toEqual([words.classes.empty]);
  },
);
