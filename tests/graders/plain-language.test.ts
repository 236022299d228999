import { describe, expect, test } from "vitest";
import { plainLanguage } from "../../graders/plain-language.ts";
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

const easy = [
  "Sie bekommen Geld.\nDas Amt hilft Ihnen.",
  "**Ihr Wohn-Geld**\n\n* Sie bekommen Wohn-Geld.\n* Das Geld kommt vom Amt.\n\nRufen Sie an.",
  "Die Adresse ist:\nRathaus\nMarkt 1\n12345 Musterstadt\nSie haben Fragen?\nDann rufen Sie an.",
  "Der Antrag kostet 37 Euro.\nKommen Sie am 1. März 2026 um 9:00 Uhr.",
  "Sie brauchen:\n- den Ausweis\n- ein Foto\n- die Geburts·urkunde",
];
const hard =
  "Ihnen wird Wohngeld in Höhe von zweihundert Euro gem. § 3 WoGG (Wohngeldgesetz) bewilligt; der Bescheid des Amtes ist nicht endgültig und könnte geändert werden. Das Wohngeldbewilligungsverfahren ist kostenlos.";

function scored(answer: string, options?: unknown) {
  const { score } = plainLanguage.grade({ answer }, { options });
  if (score.status !== "scored") throw new Error(score.reason);
  return score;
}

/** Breaches as `kind: quote`, without the hints. */
function breaches(answer: string, options?: unknown): string[] {
  return scored(answer, options)
    .evidence.filter(({ rule }) => rule?.includes("Hinweis") !== true)
    .map(({ kind, quote }) => `${kind}: ${quote}`);
}

function hints(answer: string, options?: unknown): string[] {
  return scored(answer, options)
    .evidence.filter(({ rule }) => rule?.includes("Hinweis") === true)
    .map(({ kind, quote }) => `${kind}: ${quote}`);
}

describe("plain-language", () => {
  test.each(easy)("keeps all rules: %s", (answer) => {
    expect(breaches(answer)).toEqual([]);
    expect(scored(answer)).toMatchObject({ value: 1, passed: true });
  });

  test.each([
    ["Das gilt z. B. für Sie.", "abbr: z. B."],
    ["Das regelt das SGB.", "abbr: SGB"],
    ["Bringen Sie den Aus-\nweis mit.", "eolHyphen: Aus-\nweis"],
    ["Das ist nicht schwer.", "negation: nicht"],
    ["Sie brauchen keinen Termin.", "negation: keinen"],
    ["Sie könnten kommen.", "konjunktiv: könnten"],
    ["Der Antrag wird geprüft.", "passiv: wird geprüft"],
    ["Das Haus des Nachbarn ist alt.", "genitiv: des Nachbarn"],
    ["Sie brauchen eine Meldebescheinigung.", "longWord: Meldebescheinigung"],
    ["Siehe § 3.", "specialChar: §"],
    ["Das Amt (im Rathaus) hilft.", "brackets: (im Rathaus)"],
    [
      "Sie zahlen Miete, Strom, Gas, Wasser und Müll.",
      "listOver3: Sie zahlen Miete, Strom, Gas, Wasser und Müll.",
    ],
    ["Das Amt hilft. Rufen Sie an.", "oneSentencePerLine: Rufen Sie an."],
    ["Das Amt ist in 12345 Musterstadt.", "addressBlock: 12345 Musterstadt"],
    ["Sie haben zwei Wochen Zeit.", "digits: zwei"],
    ["Sie zahlen zweihundert Euro.", "digits: zweihundert"],
  ])("%j breaks %s", (answer, expected) => {
    expect(breaches(answer)).toEqual([expected]);
    expect(scored(answer).value).toBeLessThan(1);
  });

  test("counts the words of a sentence", () => {
    const words = (count: number): string => `${"Wir gehen ".repeat(count / 2).trim()}.`;
    expect(breaches(words(12))).toEqual([]);
    expect(breaches(words(14))).toEqual([`sentLen: ${words(14)}`]);
    expect(breaches(words(12), { wordsPerSentence: "10" })).toHaveLength(1);
    expect(scored(words(12), { wordsPerSentence: 10 }).reason).toContain("(HPI LeiSA)");
    expect(scored(words(12), { wordsPerSentence: 11 }).reason).toContain("(Vorgabe der Suite)");
  });

  test.each([
    ["Das ist kostenlos.", "negation: kostenlos"],
    ["Die Prüfung der Behörde dauert.", "genitiv: der Behörde"],
    ["Er sagt: Sie sollten kommen.", "konjunktiv: sollten"],
    ["Sie warten, wenn es regnet.", "subordinate: wenn es regnet"],
    ["Das ist die Integration.", "foreignWord: Integration"],
    ["Das kostet 1.200 Euro.", "highNumber: 1.200"],
    ["Das ist Teil III.", "romanNumeral: III"],
    ["Sie rufen an, aber wir schlafen.", "onePoint: Sie rufen an, aber wir schlafen."],
    ["Das Bundes-Gesetz ist ein Grund·gesetz.", "compoundHyphen: Grund·gesetz"],
  ])("%j gets only a hint: %s", (answer, expected) => {
    expect(hints(answer)).toEqual([expected]);
    expect(scored(answer).value).toBe(1);
  });

  test.each([
    "Lassen Sie das außer Acht.",
    "Vor- und Nachname stehen\nda.",
    "Ich möchte kommen.",
    "Das Amt hat 12000 Euro.",
    "Das ist die LKW-Maut in der EU.",
    "Die Integration ist gut.\nDas heißt: Alle machen mit.",
  ])("no breach: %s", (answer) => {
    expect(breaches(answer)).toEqual([]);
  });

  test("wants an address from three sentences on", () => {
    const answer = "Das Amt hilft.\nDas Amt hat auf.\nDas Geld kommt.";
    expect(scored(answer).reason).toContain("Persönliche Ansprache (Nr. 2): fehlt");
    expect(scored(answer).value).toBeLessThan(1);
    expect(scored(`${answer}\nSie warten.`).value).toBe(1);
  });

  test("knows second words for a thing only from a table", () => {
    const answer = "Der Antrag ist da.\nIhr Antrag ist gut.\nDas Gesuch ist fertig.";
    expect(scored(answer).reason).toContain("Nicht geprüft: Nr. 3, 8, 9, 11, 13");
    const options = { terms: [["Antrag", "Gesuch"]] };
    expect(breaches(answer, options)).toEqual(["termConsistency: Gesuch"]);
    expect(scored(answer, options).reason).toContain("Nicht geprüft: Nr. 8, 9, 11, 13");
  });

  test("judges Einfache Sprache by fewer rules and wider limits", () => {
    const answer = "Sie zahlen nicht (siehe § 3). Die Meldebescheinigung kostet zwei Euro.";
    expect(breaches(answer, { target: "einfach" })).toEqual([]);
    expect(breaches(answer)).not.toEqual([]);
    expect(scored(answer, { target: "einfach" }).reason).toContain("Einfacher Sprache");
  });

  test("claims only what may be claimed", () => {
    for (const target of ["leicht", "einfach"]) {
      for (const answer of [hard, ...easy]) {
        const { reason } = scored(answer, { target });
        expect(reason).toContain("automatisch, ohne Zielgruppenprüfung");
        expect(reason).not.toMatch(/[Zz]ertifi|geprüfte Leichte|DIN|barrierefrei|entspricht/u);
      }
    }
  });

  test("gives the share of rules, the count by number and rates", () => {
    const score = scored(hard);
    expect(score.passed).toBe(false);
    const { rulesMet = 0, rulesChecked = 1 } = score.measures;
    expect(score.value).toBe(rulesMet / rulesChecked);
    expect(score.measures).toMatchObject({ passivPerSentence: 1, bitvChecked: 7, bitvMet: 2 });
    expect(score.evidence).toContainEqual(
      expect.objectContaining({ kind: "passiv", rule: "Nr. 1", quote: "geändert werden" }),
    );
  });

  test("tolerates a share of sentences and brackets when told to", () => {
    const answer = "Das ist nicht neu.\nDas Amt (im Haus) hilft.";
    expect(scored(answer, { tolerance: 0.5 }).value).toBe(1);
    expect(breaches(answer, { allowBrackets: "ja" })).toEqual(["negation: nicht"]);
  });

  test.each([{ target: "mittel" }, { wordsPerSentence: 0 }, { tolerance: 2 }, { words: 3 }])(
    "refuses the options %j",
    (options) => {
      expect(plainLanguage.options.safeParse(options).success).toBe(false);
    },
  );

  test("is unscored without a word or for another language", () => {
    expect(plainLanguage.grade({ answer: "§ 3" }).score.status).toBe("unscored");
    const graded = { expected: { language: "tr" } };
    expect(plainLanguage.grade({ answer: "Merhaba", case: graded }).score.status).toBe("unscored");
  });

  test("keeps the laws", () => {
    const settings = { options: { terms: [["Antrag", "Gesuch"]] } };
    assertGraderLaws(plainLanguage, { settings, answers: [hard, ...easy] });
  });

  test("golden", () => {
    assertGolden(plainLanguage, new URL("../golden/graders/plain-language.json", import.meta.url));
  });
});
