import { expect, test } from "vitest";
import { rememberWord } from "../../../graders/text/remember-word.ts";

function counting() {
  const reads: string[] = [];
  const read = rememberWord((word) => {
    reads.push(word);
    return word.length;
  });
  return { reads, read };
}

test("reads a word once", () => {
  const { reads, read } = counting();
  expect([read("Bescheid"), read("Antrag"), read("Bescheid")]).toEqual([8, 6, 8]);
  expect(reads).toEqual(["Bescheid", "Antrag"]);
});

test("does not hold what is no word any more", () => {
  const { reads, read } = counting();
  const long = "a".repeat(61);
  expect([read(long), read(long)]).toEqual([61, 61]);
  expect(reads).toEqual([long, long]);
});

test("begins anew when full and still gives the same", () => {
  const { reads, read } = counting();
  read("Bescheid");
  for (let number = 0; number < 20_000; number += 1) read(`Wort${number}`);
  reads.length = 0;
  expect(read("Bescheid")).toBe(8);
  expect(reads).toEqual(["Bescheid"]);
});
