import { beforeAll, describe, expect, test } from "vitest";
import type { GradedCase } from "../../core/case.ts";
import { guessLanguage } from "../../graders/text/language-detector.ts";
import { chrf } from "../../graders/text/metrics/chrf.ts";
import { translation } from "../../graders/translation.ts";
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

const english: GradedCase = {
  input: {
    text: "Sie können bis zum 31. März 2026 beim Bürgeramt Musterfurt Widerspruch einlegen. Die Gebühr beträgt 37 Euro (§ 3 Abs. 2 SGB X). Schreiben Sie an amt@musterfurt.example.",
  },
  reference:
    "You may lodge an objection with the citizens' office in Musterfurt by 31 March 2026. The fee is 37 euros (§ 3 (2) SGB X). Write to amt@musterfurt.example.",
  expected: {
    language: "en",
    terms: ["Widerspruch = objection / appeal", "Bürgeramt = citizens' office"],
  },
};
const good =
  "Until 31 March 2026 you can file an appeal at the citizens’ offices of Musterfurt. It costs 37 euros under § 3 (2) SGB X. Please write to amt@musterfurt.example.";

function grade(answer: string, graded: GradedCase = english) {
  const { score, failureClass } = translation.grade({ answer, case: graded });
  if (score.status !== "scored") throw new Error(score.reason);
  return { ...score, failureClass };
}

describe("translation", () => {
  // The first use loads the detector's database, which is no answer's doing.
  beforeAll(() => void guessLanguage({ text: "Guten Tag", from: 0, to: 9 }, "de"), 60_000);

  test("the reference and another good wording pass", () => {
    expect(grade(english.reference ?? "")).toMatchObject({ value: 1, measures: { chrf2: 100 } });
    const other = grade(good);
    expect(other).toMatchObject({ value: 1, passed: true });
    expect(other.measures["termsKept"]).toBe(2);
    expect(other.measures["values"]).toBe(3);
  });

  test.each([
    ["31 March 2026", "30 March 2026", "31. März 2026"],
    ["37 euros", "73 euros", "37 Euro"],
    ["§ 3 (2) SGB X", "§ 4 (2) SGB X", "§ 3 Abs. 2 SGB X"],
    ["an appeal", "a complaint", "Widerspruch"],
    ["Musterfurt. It", "Beispielstadt. It", "Musterfurt"],
    ["amt@musterfurt.example", "info@musterfurt.example", "amt@musterfurt.example"],
  ])("%s → %s is a loss", (from, to, label) => {
    const judged = grade(good.replace(from, to));
    expect(judged.value).toBeLessThan(1);
    expect(judged.passed).toBe(false);
    expect(judged.reason).toContain(`„${label}“`);
    expect(judged.failureClass).toBe("wrong");
  });

  test("the untranslated text is in the wrong language, and the numbers beside it are its own", () => {
    const source = english.input?.text ?? "";
    const judged = grade(source);
    expect(judged).toMatchObject({ value: 0, failureClass: "wrong-language" });
    expect(judged.measures["chrf2"]).toBe(judged.measures["chrf2Copy"]);
    expect(judged.measures["bleu"]).toBe(judged.measures["bleuCopy"]);
  });

  test("overlap is shown by its name and never decides", () => {
    const judged = grade(good);
    expect(judged.measures["chrf2"]).toBeCloseTo(chrf(good, english.reference ?? ""), 9);
    expect(judged.measures["chrf2"]).toBeLessThan(80);
    expect(judged.reason).toMatch(/chrF2 \(1 ref\) \d+,\d, unübersetzter Text \d+,\d; BLEU \(13a/u);
  });

  test("further references: what all keep counts, the nearest wording is compared", () => {
    const expected = { ...english.expected, references: [good.replace("37 euros", "the fee")] };
    const judged = grade(good, { ...english, expected });
    expect(judged.measures["values"]).toBe(2);
    expect(judged.measures["chrf2"]).toBeGreaterThan(90);
  });

  test.each([
    "You register a self-employed business.",
    "You register a self employed business.",
    "You register a **self‑employed** business.",
    "You must **self-employ** yourself.",
  ])("a hyphen in a term: %s", (answer) => {
    const graded: GradedCase = {
      input: { text: "Sie melden ein Gewerbe an." },
      reference: "You register a business.",
      expected: { language: "en", terms: ["Gewerbe = self-employ"] },
    };
    expect(grade(answer, graded)).toMatchObject({ value: 1, measures: { termsKept: 1 } });
    expect(grade("You register a shop.", graded)).toMatchObject({ value: 0 });
  });

  test.each([
    ["31 March 2026", "**March 31, 2026**"],
    ["31 March 2026", "the 31st of March 2026"],
    ["31 March 2026", "31.03.2026"],
    ["37 euros", "€37.00"],
    ["37 euros", "37,00 EUR"],
    ["an appeal", "an **appeal** (Widerspruch)"],
  ])("as models write: %s → %s", (from, to) => {
    expect(grade(`Here is the translation:\n\n${good.replace(from, to)}`).value).toBe(1);
  });

  test("a name in other letters is kept", () => {
    const graded: GradedCase = {
      input: { text: "Fragen Sie bitte Herrn Yildiz." },
      reference: "Please ask Mr Yildiz about it.",
      expected: { language: "en" },
    };
    expect(grade("You should ask Mr Yıldız about it.", graded).measures["namesKept"]).toBe(1);
    expect(grade("You should ask Mr Miller about it.", graded).measures["namesKept"]).toBe(0);
  });

  test("in another language a § may be an article", () => {
    const graded: GradedCase = {
      input: { text: "Einspruch ist binnen zwei Wochen möglich (§ 67 OWiG)." },
      reference: "Vous pouvez former opposition dans un délai de deux semaines (§ 67 OWiG).",
      expected: { language: "fr" },
    };
    const kept = "Vous pouvez faire opposition dans les deux semaines (article 67 OWiG).";
    expect(grade(kept, graded)).toMatchObject({ value: 1 });
    expect(grade(kept.replace("67", "68"), graded).passed).toBe(false);
  });

  test("inflected names and terms", () => {
    const graded: GradedCase = {
      input: { text: "Das Bürgeramt in Musterfurt hat den Antrag von Frau Aydin." },
      reference: "Wniosek pani Aydin ma urząd obywatelski w mieście Musterfurt.",
      expected: { language: "pl", terms: ["Antrag = wniosek / wniosku"] },
    };
    const answer = "Urząd obywatelski w Musterfurcie otrzymał wniosek pani Aydin i go rozpatruje.";
    expect(grade(answer, graded)).toMatchObject({ value: 1 });
  });

  test("a translation into German", () => {
    const graded: GradedCase = {
      input: { text: "The office in Musterfurt asks you to pay 37 euros by 31 March 2026." },
      reference: "Das Amt in Musterfurt bittet Sie, bis zum 31. März 2026 37 Euro zu zahlen.",
    };
    const answer = "Bitte zahlen Sie dem Amt in Musterfurt 37,00 € bis spätestens 31.03.2026.";
    expect(grade(answer, graded)).toMatchObject({ value: 1, measures: { names: 1, values: 2 } });
    expect(grade(answer.replace("Musterfurt", "Neustadt"), graded).value).toBeCloseTo(2 / 3);
  });

  test("keeps the laws", { timeout: 180_000 }, () => {
    assertGraderLaws(translation, { case: english, answers: [good, english.reference ?? ""] });
  });

  test("golden", () => {
    assertGolden(translation, new URL("../golden/graders/translation.json", import.meta.url));
  });
});
