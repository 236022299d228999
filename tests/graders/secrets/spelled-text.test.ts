import fc from "fast-check";
import { expect, test } from "vitest";
import { letterText } from "../../../graders/secrets/letter-text.ts";
import { mappedText } from "../../../graders/secrets/mapped-text.ts";
import { spelledByPatterns, spelledText } from "../../../graders/secrets/spelled-text.ts";

test("word by word is the same as by patterns", () => {
  const unit = fc.constantFrom(
    ..."Otto und sieben Strich vierundsiebzig X-Ray -ray wie forty zweimal die Haus zwei mal two times the".split(
      " ",
    ),
    ...Array.from(" -Sxé1.\n"),
    "\u0301",
    "\u{1d400}",
    "a".repeat(60),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 20 }), (units) => {
      const source = mappedText(units.join(""));
      const [found, wanted] = [spelledText(source), spelledByPatterns(source)];
      expect(found.text).toBe(wanted.text);
      expect([...Array.from(found.starts), ...Array.from(found.ends)]).toEqual([
        ...Array.from(wanted.starts),
        ...Array.from(wanted.ends),
      ]);
      expect(found === source).toBe(wanted === source);
    }),
    { numRuns: 2000, seed: 20_261_129 },
  );
});

test("letters of what is spelled", () => {
  const source = mappedText("Samuel Otto Ludwig, S wie Sonne, forty-seven, und viersiebeneins");
  expect(letterText(spelledText(source)).text).toBe("sols47471");
});
