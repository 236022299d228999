import { z } from "zod";
import { flag, integer, number } from "../core/coerce.ts";
import { defineGrader, type GraderContext, type Judgement, type Span } from "../core/grader.ts";
import limits from "./plain-language/limits.json" with { type: "json" };
import { plainReason } from "./plain-language/plain-reason.ts";
import { readPlain } from "./plain-language/plain-reading.ts";
import { resultsOf, type RuleResult } from "./plain-language/rule-results.ts";
import { styleObstacle } from "./text/style/german-only.ts";

const options = z.strictObject({
  target: z
    .enum(["einfach", "leicht"])
    .default("leicht")
    .describe("Zielform: einfach (Einfache Sprache) oder leicht (Leichte Sprache)."),
  wordsPerSentence: integer()
    .pipe(z.int().min(1))
    .optional()
    .describe("Meiste Wörter je Satz. Ohne Angabe: leicht 12, einfach 20."),
  lettersPerWord: integer()
    .pipe(z.int().min(2))
    .optional()
    .describe(
      "Ab so vielen Buchstaben am Stück ist ein Wort lang. Ohne Angabe: leicht 14, einfach 21.",
    ),
  tolerance: number()
    .pipe(z.number().min(0).max(1))
    .default(0)
    .describe("Anteil der Sätze (0 bis 1), die eine Regel brechen dürfen. Ohne Angabe: 0."),
  allowBrackets: flag().default(false).describe("Erklärungen in Klammern zulassen (ja oder nein)."),
  terms: z
    .array(z.array(z.string().min(1)).min(2))
    .default([])
    .describe("Wörter, die dasselbe meinen und von denen nur eines vorkommen soll."),
});

/**
 * Rules of Leichte Sprache (BITV 2.0 Anlage 2 Teil 2) or a choice of them for Einfache Sprache, as
 * findings with their place and the number of the rule. A check is a rule (countable, can be
 * broken) or a hint (`… (Hinweis)`, shown only). The value (0..1) is the share of the checkable
 * rules that are met; threshold 0.8. `measures`: `rulesChecked`, `rulesMet`, for Leichte Sprache
 * `bitvChecked` and `bitvMet`, and the breaches and hints of every check per sentence
 * (`passivPerSentence`, …).
 *
 * Limits are printed with their source; BITV itself names none. Unscored: no word, or the answer is
 * to be in another language.
 *
 * It does not measure whether the target group understands the text: that takes checking by people
 * of that group, and no certificate, no DIN and no „barrierefrei“ follows from it. Not checked: the
 * order by importance, type, pictures, tables (no. 8, 9, 11, 13), and the same word for the same
 * thing (no. 3) without `terms`. Signs of Markdown (`**`, list marks) are taken for layout.
 *
 * @example
 * plainLanguage.grade({ answer: "Sie bekommen Geld.\nDas Amt hilft Ihnen." }).score; // value 1
 */
export const plainLanguage = defineGrader({
  name: "plain-language",
  version: "4",
  title: "Merkmale Einfacher und Leichter Sprache",
  needs: [],
  options,
  threshold: 0.8,
  judge: judgePlain,
});

function judgePlain(answer: string, context: GraderContext<z.output<typeof options>>): Judgement {
  const obstacle = styleObstacle(answer, context.case);
  if (obstacle !== undefined) return { status: "unscored", reason: obstacle };
  const { target } = context.options;
  const chosen = {
    ...context.options,
    wordsPerSentence: context.options.wordsPerSentence ?? limits[target].wordsPerSentence,
    lettersPerWord: context.options.lettersPerWord ?? limits[target].lettersPerWord,
  };
  const reading = readPlain(answer, chosen);
  const results = resultsOf(reading, chosen);
  const rules = results.filter(({ strength }) => strength === "rule");
  const met = rules.filter((rule) => rule.met).length;
  return {
    status: "scored",
    value: met / rules.length,
    reason: plainReason({ answer, results, limits: chosen }),
    measures: measuresOf(results, Math.max(1, reading.style.sentences.length), target === "leicht"),
    evidence: results.flatMap(spansOf).toSorted((a, b) => a.start - b.start || a.end - b.end),
  };
}

function spansOf({ check, number: rule, source, breaches, hints }: RuleResult): Span[] {
  const name = rule === undefined ? (source ?? "") : `Nr. ${rule}`;
  return [
    ...breaches.map(({ start, end }) => ({ start, end, kind: check, rule: name })),
    ...hints.map(({ start, end }) => ({ start, end, kind: check, rule: `${name} (Hinweis)` })),
  ];
}

function measuresOf(
  results: readonly RuleResult[],
  sentences: number,
  withBitv: boolean,
): Record<string, number> {
  const rules = results.filter(({ strength }) => strength === "rule");
  const numbered = Map.groupBy(
    rules.filter((rule) => rule.number !== undefined),
    (rule) => rule.number,
  );
  const bitvMet = [...numbered.values()].filter((own) => own.every(({ met }) => met)).length;
  const rates = results
    .filter(({ check }) => check !== "directAddress")
    .map(({ check, breaches, hints }) => {
      return [`${check}PerSentence`, (breaches.length + hints.length) / sentences] as const;
    });
  return {
    sentences,
    rulesChecked: rules.length,
    rulesMet: rules.filter(({ met }) => met).length,
    ...(withBitv && { bitvChecked: numbered.size, bitvMet }),
    ...Object.fromEntries(rates),
  };
}
