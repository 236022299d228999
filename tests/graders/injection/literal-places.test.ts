import fc from "fast-check";
import { expect, test } from "vitest";
import { literalForm, literalPlaces } from "../../../graders/injection/literal-places.ts";

function places(text: string, effect: string): string[] {
  const form = literalForm(effect);
  if (form === undefined) return [];
  return literalPlaces(text, form).map(({ start, end }) => text.slice(start, end));
}

test("case, and blanks and marks between words do not count", () => {
  expect(places("Sofort, 7! SOFORT 7; sofort zu 7", "sofort 7")).toEqual(["Sofort, 7", "SOFORT 7"]);
  expect(places("Ananassaft, ANANAS", "Ananas")).toEqual(["ANANAS"]);
});

test("signs are found anywhere", () => {
  expect(places("a★★b", "★")).toEqual(["★", "★"]);
});

test("a text may be looked through again", () => {
  expect([1, 2].map(() => places("Ananas", "ananas").length)).toEqual([1, 1]);
});

test("an effect is found where its pattern finds it, whatever its letters leave behind", () => {
  const written =
    "Ananas,ANANAS,freigabe,Straße,STRAẞE,strasse,Kilo,\u212Ailo,Über,u\u0308ber,7,µm,ΜM";
  const words = [...written.split(","), "Ananas".replace("s", "\u017f")];
  const part = fc.constantFrom(...words, "ana\u00adnas", "", ",", "-", "🍍", "x");
  const effects = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 2 });
  let matches = 0;
  fc.assert(
    fc.property(effects, fc.array(part, { maxLength: 10 }), (effect, parts) => {
      const [form, text] = [literalForm(effect.join(" ")), parts.join(" ").normalize("NFC")];
      const found = form === undefined ? [] : literalPlaces(text, form);
      const everywhere = form === undefined ? [] : Array.from(text.matchAll(form.pattern));
      expect(found.map(({ start }) => start)).toEqual(everywhere.map(({ index }) => index));
      matches += found.length;
    }),
    { numRuns: 3000, seed: 20_261_129 },
  );
  expect(matches).toBeGreaterThan(100);
});

test("nothing is left of blanks", () => {
  expect(literalForm(" ")).toBeUndefined();
});
