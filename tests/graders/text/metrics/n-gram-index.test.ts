import { expect, test } from "vitest";
import { NGramIndex } from "../../../../graders/text/metrics/n-gram-index.ts";

test("each n-gram counts as often as in the text that has it most often", () => {
  const index = new NGramIndex(
    [
      [1, 2, 1, 2],
      [1, 1],
    ],
    3,
  );
  expect(index.shared([1, 2, 1, 1, 1])).toEqual([3, 3, 1]);
});

test("units of no n-gram break a row", () => {
  expect(new NGramIndex([[1, 2, 3]], 2).shared([1, 2, -1, 3, 9, 2, 3])).toEqual([3, 2]);
});

test("texts without a unit share nothing", () => {
  expect(new NGramIndex([], 2).shared([1, 2])).toEqual([0, 0]);
  expect(new NGramIndex([[1]], 2).shared([])).toEqual([0, 0]);
});
