import { describe, expect, test } from "vitest";
import { genderForms } from "../../graders/gender-forms.ts";
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

const flagged = [
  ["Liebe Bürger:innen!", "Bürger:innen"],
  ["Die Antragsteller*innen kommen.", "Antragsteller*innen"],
  ["Ein Kolleg_in hilft.", "Kolleg_in"],
  ["Die Kund\\*innen warten.", "Kund\\*innen"],
  ["Alle Schüler*Innen kommen.", "Schüler*Innen"],
  ["Die BürgerInnen wählen.", "BürgerInnen"],
  ["Fragen Sie Ihre SachbearbeiterIn.", "SachbearbeiterIn"],
  ["Der Student*innenausweis gilt.", "Student*innenausweis"],
  ["Unsere Ärzt·innen helfen.", "Ärzt·innen"],
  ["Das gilt für jede:r.", "jede:r"],
  ["Sehr geehrte:r Herr oder Frau", "geehrte:r"],
  ["Der:die Leitung", "Der:die"],
] as const;
const official = [
  "Liebe Bürgerinnen und Bürger!",
  "Studierende und Lehrkräfte sind willkommen.",
  "Die Bürger/-innen kommen.",
  "Das Bundes·gesetz gilt. Der Innen·hof, die Be·treuer·in.",
  "Wir sind auf LinkedIn und haben ein PlugIn.",
  "Ort: Innenstadt. Treffpunkt:innenstadt. Wo:in der Stadt. log_in und check_in",
  "Bereich:Innenstadt",
  "Der Antrag *in* Kopie, **Inhalt**: in Berlin. INNEN und innen. 3*in",
  "Siehe https://amt.example/Buerger:innen und buerger_in@amt.example.",
];

function scored(answer: string, options?: unknown) {
  const { score } = genderForms.grade({ answer }, { options });
  if (score.status !== "scored") throw new Error(score.reason);
  return score;
}

describe("gender-forms", () => {
  test.each(flagged)("%s: a hint on %s", (answer, quote) => {
    const score = scored(answer);
    expect(score).toMatchObject({ value: 1, passed: true, evidence: [{ quote }] });
    expect(score.reason).toContain("Hinweis, nicht amtlich");
    expect(scored(answer, { strength: "breach" })).toMatchObject({ value: 0, passed: false });
  });

  test.each(official)("passes: %s", (answer) => {
    expect(scored(answer, { strength: "breach" })).toMatchObject({ value: 1, evidence: [] });
  });

  test("lets an authority allow signs", () => {
    const answer = "Bürger:innen und Bürger*innen";
    const options = { strength: "breach", allowed: [":"] };
    expect(scored(answer, options).evidence).toMatchObject([{ quote: "Bürger*innen", rule: "*" }]);
  });

  test("as a breach the value is the share of pair forms", () => {
    const answer = "Bürgerinnen und Bürger. Antragsteller:innen.";
    expect(scored(answer, { strength: "breach" })).toMatchObject({
      value: 0.5,
      passed: false,
      measures: { signs: 1, pairs: 1 },
    });
  });

  test.each([{ strength: "soft" }, { allowed: ["#"] }, { sign: ":" }])("refuses %j", (options) => {
    expect(genderForms.options.safeParse(options).success).toBe(false);
  });

  test("is unscored without a word or for another language", () => {
    expect(genderForms.grade({ answer: "12" }).score.status).toBe("unscored");
    const graded = { expected: { language: "en" } };
    expect(genderForms.grade({ answer: "Citizens", case: graded }).score.status).toBe("unscored");
  });

  test("keeps the laws", () => {
    const answers = [...flagged.map(([answer]) => answer), ...official];
    assertGraderLaws(genderForms, { settings: { options: { strength: "breach" } }, answers });
  });

  test("golden", () => {
    assertGolden(genderForms, new URL("../golden/graders/gender-forms.json", import.meta.url));
  });
});
