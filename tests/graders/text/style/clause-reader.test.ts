import fc from "fast-check";
import { expect, test } from "vitest";
import { ClauseReader } from "../../../../graders/text/style/clause-reader.ts";
import { wordBounds } from "../../../../graders/text/words.ts";

function clausesOf(text: string): number[] {
  const reader = new ClauseReader(text);
  const bounds = wordBounds(text);
  const clauses: number[] = [];
  for (let at = 0; at < bounds.length; at += 2) {
    clauses.push(reader.next(bounds[at] ?? 0, bounds[at + 1] ?? 0));
  }
  return clauses;
}

test.each([
  ["Wer kommt, der bleibt: ja", [0, 0, 1, 1, 2]],
  ["Das Amt (hier [oben] rechts) hilft", [0, 0, -1, -1, -1, 0]],
  ["Ja - nein, A-Z und Vor- oder", [0, 1, 2, 2, 2, 2]],
  ["A (B\nC (D) E", [0, -1, 0, -2, 0]],
])("%j", (text, clauses) => {
  expect(clausesOf(text)).toEqual(clauses);
});

test("a bracket that is never closed ends behind thirty-one words", () => {
  const clauses = clausesOf(`A (${"b ".repeat(40)}`);
  expect(clauses.filter((clause) => clause < 0)).toHaveLength(31);
});

test("a new clause begins where the pattern is found between two words", () => {
  const marks = /[,;:!?–—„“”»«"|]|\s-\s/u;
  const unit = fc.constantFrom(...Array.from(' \t-,;:!?–—„“”»«"|.…/§\u00a0'), " - ", "👍");
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 6 }), (units) => {
      const gap = units.join("");
      if (gap === "-") return;
      expect(clausesOf(`a${gap}b`)).toEqual([0, marks.test(gap) ? 1 : 0]);
    }),
    { seed: 1, numRuns: 5000 },
  );
});
