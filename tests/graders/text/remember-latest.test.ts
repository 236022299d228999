import { expect, test } from "vitest";
import { rememberLatest } from "../../../graders/text/remember-latest.ts";

function counting() {
  const reads: object[] = [];
  const read = rememberLatest((one: { readonly text: string }) => {
    reads.push(one);
    return one.text.toUpperCase();
  });
  return { reads, read };
}

test("reads an object once as long as few others come between", () => {
  const { reads, read } = counting();
  const [answer, reference] = [{ text: "a" }, { text: "r" }];
  expect([read(answer), read(reference), read(answer)]).toEqual(["A", "R", "A"]);
  expect(reads).toEqual([answer, reference]);
});

test("forgets the oldest and reads it again", () => {
  const { reads, read } = counting();
  const answers = ["a", "b", "c", "d", "e"].map((text) => ({ text }));
  for (const answer of answers) read(answer);
  reads.length = 0;
  expect(answers.toReversed().map(read)).toEqual(["E", "D", "C", "B", "A"]);
  expect(reads).toEqual([answers[0]]);
});

test("tells objects apart, also equal ones", () => {
  const { reads, read } = counting();
  read({ text: "a" });
  read({ text: "a" });
  expect(reads).toHaveLength(2);
});
