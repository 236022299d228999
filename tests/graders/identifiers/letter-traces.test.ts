import fc from "fast-check";
import { expect, test } from "vitest";
import { mayHold, noteTraces, tracesOf } from "../../../graders/identifiers/letter-traces.ts";

test("the traces of a part stand in the text, most others do not", () => {
  const unit = fc.constantFrom(...Array.from("abcde12οδ\u{1d400}"));
  const text = fc.string({ unit, maxLength: 12 });
  fc.assert(
    fc.property(text, text, text, (before, part, behind) => {
      noteTraces(before + part + behind);
      expect(tracesOf(part).every((trace) => mayHold(trace))).toBe(true);
    }),
    { numRuns: 1000, seed: 20_261_129 },
  );
  noteTraces("das Amt hat");
  expect(tracesOf("aydin").some((trace) => mayHold(trace))).toBe(false);
  expect(tracesOf("amt")).toEqual([]);
});
