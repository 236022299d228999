import fc from "fast-check";
import { expect, test } from "vitest";
import { NgramTable } from "../../../graders/text/ngram-table.ts";

test("adds up every n-gram once, by language", () => {
  const table = new NgramTable(7);
  const rows = [
    table.learn(Uint8Array.of(0, 200, 2, 1, 6, 90), 50),
    table.learn(Uint8Array.of(1, 255, 2, 255), 50),
  ];
  table.begin();
  for (const row of [...rows, ...rows]) table.count(row);
  expect(Array.from(table.sums())).toEqual([250, 305, 356, 0, 0, 0, 140]);
  expect(table.ngrams).toBe(2);
  table.begin();
  expect(Array.from(table.sums())).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

test("is the same as adding numbers, also for the longest texts", () => {
  const scores = fc.array(fc.nat(255), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(scores, { minLength: 1, maxLength: 380 }), (ngrams) => {
      const table = new NgramTable(5);
      const rows = ngrams.map((one) =>
        table.learn(Uint8Array.from(one.flatMap((score, language) => [language, score])), 53),
      );
      table.begin();
      for (const row of rows) table.count(row);
      const sums = [0, 1, 2, 3, 4].map((language) =>
        ngrams.reduce((sum, one) => sum + (one[language] ?? 0) + 53, 0),
      );
      expect(Array.from(table.sums())).toEqual(sums);
    }),
    { numRuns: 100 },
  );
});

test("cleared, it knows nothing and learns again; grown, it still knows all", () => {
  const table = new NgramTable(3);
  for (let number = 0; number < 3000; number += 1) table.learn(Uint8Array.of(1, number % 200), 1);
  table.begin();
  table.count(2999);
  expect(Array.from(table.sums())).toEqual([0, 200, 0]);
  table.clear();
  expect(table.size).toBe(0);
  const row = table.learn(Uint8Array.of(2, 7), 0);
  table.begin();
  table.count(row);
  expect(Array.from(table.sums())).toEqual([0, 0, 7]);
});
