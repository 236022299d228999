import fc from "fast-check";
import { expect, test } from "vitest";
import cues from "../../../graders/identifiers/cues.json" with { type: "json" };
import { cueStarts, type CueFamily } from "../../../graders/identifiers/cue-starts.ts";
import { cueSource, matchesAtCues } from "../../../graders/identifiers/cue-words.ts";

const families = Object.keys(cues) as CueFamily[];

test.each(families)("%s: cues are found where the pattern finds them", (family) => {
  const unit = fc.oneof(
    fc.constantFrom(...cues[family]),
    fc.constantFrom(...Object.values(cues).flat()).map((word) => word.toUpperCase()),
    fc.constantFrom(...Array.from(" .-\n1:"), "nummer", "n", "ſ", "\u212a", "e\u0301", "\u{1d400}"),
  );
  const source = cueSource(family);
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
      const text = units.join("");
      const search = { starts: cueStarts(text), family };
      const found = matchesAtCues(text, new RegExp(source, "iuy"), search);
      const shown = (match: RegExpExecArray) => [match.index, match[0]];
      const everywhere = Array.from(text.matchAll(new RegExp(source, "giu")), shown);
      expect(found.map(shown)).toEqual(everywhere);
    }),
    { numRuns: 500, seed: 20_261_129 },
  );
});
