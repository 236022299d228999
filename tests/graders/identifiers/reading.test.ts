import fc from "fast-check";
import { expect, test } from "vitest";
import { cueStarts } from "../../../graders/identifiers/cue-starts.ts";
import { digitRuns } from "../../../graders/identifiers/digit-runs.ts";
import { masked, startReading } from "../../../graders/identifiers/reading.ts";

test("what a masked text is read from is that of its text", () => {
  const unit = fc.constantFrom("12", "3", "geb", "Az", "ſt", "x", " ", ".", "é", "\u{1d400}");
  const lengths = fc.array(fc.nat({ max: 5 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 20 }), lengths, (units, steps) => {
      const characters = Array.from(units.join(""));
      const spans: { start: number; end: number }[] = [];
      let at = 0;
      for (const [index, length] of steps.entries()) {
        const start = characters.slice(0, at).join("").length;
        at = Math.min(characters.length, at + length);
        const end = characters.slice(0, at).join("").length;
        if (index % 2 === 1 && end > start) spans.push({ start, end });
      }
      const full = startReading(characters.join(""));
      const once = masked(full, spans.slice(0, 1));
      const twice = masked(once, spans.slice(1));
      for (const reading of [full, once, twice]) {
        expect(reading.digits()).toEqual(digitRuns(reading.text));
        expect(reading.cueStarts()).toEqual(cueStarts(reading.text));
      }
    }),
    { numRuns: 2000, seed: 20_261_129 },
  );
});

test("numbers are read from the masked text, also when its cues are looked for meanwhile", () => {
  const text = "Ausweis T2200012 9: 4711 123456789---4711-li@1a.de 15";
  const mail = { start: text.indexOf("4711-li"), end: text.indexOf(" 15") };
  const before = masked(startReading(text), [mail]);
  before.cues.starts();
  const meanwhile = masked(startReading(text), [mail]);
  expect(meanwhile.compact().text).toBe(before.compact().text);
});
