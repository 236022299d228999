import fc from "fast-check";
import { expect, test } from "vitest";
import { readModel, repeatedCharacters } from "../../../graders/focus/repetition.ts";

/** Words of one letter, so that a word stands at every second place. */
function definedFlags(answer: readonly string[], model: readonly string[]): number[] {
  const runAt = (words: readonly string[], at: number): string => words.slice(at, at + 5).join("");
  const allowed = model.map((_word, at) => runAt(model, at)).filter((run) => run.length === 5);
  const repeated = new Set(allowed.filter((run, at) => allowed.indexOf(run) < at));
  const flags = answer.map(() => 0);
  for (let at = 0; at + 5 <= answer.length; at += 1) {
    const run = runAt(answer, at);
    const before = answer.slice(0, at).some((_word, earlier) => runAt(answer, earlier) === run);
    if (before && !repeated.has(run)) flags.fill(1, at, at + 5);
  }
  return flags;
}

test("flags what the definition flags, whatever the model repeats", () => {
  const words = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 40 });
  fc.assert(
    fc.property(words, words, (answer, model) => {
      const flags = repeatedCharacters(answer.join(" "), readModel(model.join(" ")));
      expect(Array.from(answer, (_word, at) => flags?.[2 * at] ?? 0)).toEqual(
        definedFlags(answer, model),
      );
    }),
  );
});
