import { z } from "zod";
import { defineGrader, type GraderContext, type Judgement } from "../core/grader.ts";
import { findGenderSigns, genderSigns } from "./gender-forms/find-gender-signs.ts";
import { quotedList } from "./text/style/german-count.ts";
import { styleObstacle } from "./text/style/german-only.ts";
import { withoutAddresses } from "./text/style/masked-text.ts";

const options = z.strictObject({
  strength: z
    .enum(["hint", "breach"])
    .default("hint")
    .describe("hint: nur zeigen; breach: eine nicht amtliche Form ist ein Fehler."),
  allowed: z
    .array(z.enum(genderSigns))
    .default([])
    .describe("Zeichen, die die Behörde zulässt: *, :, _, · oder I (Binnen-I)."),
});

const pair =
  /(?<!\p{L})\p{Lu}\p{Ll}{1,40}innen (?:und|oder|sowie) \p{Lu}\p{Ll}|(?<!\p{L})\p{Lu}\p{Ll}{2,40} (?:und|oder|sowie) \p{Lu}\p{Ll}{1,40}innen(?!\p{L})/gu;

/**
 * Gender forms with a sign inside the word (asterisk, colon, underscore, middle dot, capital I), which the Rat
 * für deutsche Rechtschreibung has not taken into the Amtliches Regelwerk, binding for
 * administration (26 March 2021, confirmed July 2023). Each is shown with its place and sign.
 *
 * By default a hint: value 1, passed, the forms as evidence, because Länder and authorities differ.
 * With `strength: breach` the value (0..1) is the share of pair forms among pair forms and forms
 * with a sign, so 0 without a pair form, and passes at 1; `allowed` takes signs out. Measures:
 * `signs`, `pairs`.
 *
 * Unscored: no word, or the answer is to be in another language. It does not measure whether the
 * language is fair: generic masculine, pairs, neutral forms (`Studierende`) and the slash
 * (`Bürger/-innen`) all pass.
 *
 * @example
 * genderForms.grade({ answer: "Liebe Bürger:innen!" }).score; // value 1, evidence „Bürger:innen“
 */
export const genderForms = defineGrader({
  name: "gender-forms",
  version: "3",
  title: "Amtliche Formen der Geschlechterbezeichnung",
  needs: [],
  options,
  judge: judgeForms,
});

function judgeForms(answer: string, context: GraderContext<z.output<typeof options>>): Judgement {
  const obstacle = styleObstacle(answer, context.case);
  if (obstacle !== undefined) return { status: "unscored", reason: obstacle };
  const { strength, allowed } = context.options;
  const text = withoutAddresses(answer);
  const found = findGenderSigns(text).filter(({ sign }) => !allowed.includes(sign));
  const pairs = text.match(pair)?.length ?? 0;
  const isBreach = strength === "breach" && found.length > 0;
  const passages = found.map(({ start, end }) => answer.slice(start, end));
  return {
    status: "scored",
    value: isBreach ? pairs / (pairs + found.length) : 1,
    reason:
      found.length === 0
        ? "Keine Form mit Sonderzeichen im Wort gefunden."
        : `${strength === "breach" ? "Nicht amtlich" : "Hinweis, nicht amtlich"} (Rat für deutsche Rechtschreibung, 26. März 2021): ${found.length} (${quotedList(passages)}).`,
    measures: { signs: found.length, pairs },
    evidence: found.map(({ start, end, sign }) => ({
      start,
      end,
      kind: "gender-sign",
      rule: sign,
    })),
  };
}
