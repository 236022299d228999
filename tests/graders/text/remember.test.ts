import { expect, test } from "vitest";
import { remember } from "../../../graders/text/remember.ts";

function counting() {
  const reads: string[] = [];
  const read = remember((text) => {
    reads.push(text);
    return [text.length];
  });
  return { reads, read };
}

test("reads a text once and gives the same result again", () => {
  const { reads, read } = counting();
  expect(read("Bescheid")).toBe(read("Bescheid"));
  expect(reads).toEqual(["Bescheid"]);
});

test("keeps what is used and forgets what was not used for long", () => {
  const { reads, read } = counting();
  read("oft");
  read("einmal");
  for (let text = 0; text < 130; text += 1) {
    read(`andere ${text}`);
    read("oft");
  }
  reads.length = 0;
  read("oft");
  read("einmal");
  expect(reads).toEqual(["einmal"]);
});

test("does not hold long texts", () => {
  const { reads, read } = counting();
  const long = "x".repeat(20_001);
  read(long);
  read(long);
  expect(reads).toHaveLength(2);
});
