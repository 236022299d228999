import { beforeAll, describe, expect, test } from "vitest";
import { language } from "../../graders/language.ts";
import { guessLanguage } from "../../graders/text/language-detector.ts";
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

const german = [
  "Der Personalausweis kostet 37 Euro. Sie beantragen ihn im Bürgeramt.",
  "Sie müssen einen Antrag stellen. Der Antrag ist ein Formular. Sie bekommen das Formular im Amt.",
  "Das ist ein Be·scheid. Lesen Sie den Be·scheid. Fragen Sie Ihre Be·treuerin.",
  "Bitte wenden Sie sich an das Bürgeramt Musterfurt.",
  "- Personalausweis\n- Geburtsurkunde\n- Passfoto\n- Meldebescheinigung",
  "Gemäß § 3 Abs. 2 SGB X ist der Widerspruch binnen eines Monats einzulegen.",
  "Schreiben Sie eine E-Mail an buergeramt@musterfurt.de oder sehen Sie auf https://www.musterfurt.de/this/is/the/page/of/the/office nach.",
  "Im Formular steht „Please fill in your name and your date of birth“. Tragen Sie dort Ihren Namen und Ihr Geburtsdatum ein, bitte.",
  "Der Online-Service heißt Smart Mobility Hub. Melden Sie sich dort mit Ihrem Servicekonto an.",
  "Guten Tag [NAME_1],\n\nIhr Antrag ist eingegangen. Wir melden uns.\n\nMit freundlichen Grüßen",
  "Die Behörde entscheidet innerhalb von drei Monaten.",
];
const foreign = [
  ["en", "The identity card costs 37 euros. You can apply for it at the citizens' office."],
  ["tr", "Kimlik kartı 37 avro tutar. Başvuruyu vatandaşlık bürosunda yapabilirsiniz."],
  ["uk", "Посвідчення особи коштує 37 євро. Ви можете подати заяву в бюро громадян."],
  ["ru", "Удостоверение личности стоит 37 евро. Заявление подаётся в бюро по работе с гражданами."],
  ["pl", "Dowód osobisty kosztuje 37 euro. Wniosek składa się w urzędzie miasta."],
  ["ro", "Cartea de identitate costă 37 de euro. Cererea se depune la biroul pentru cetățeni."],
  ["ar", "تبلغ رسوم بطاقة الهوية 37 يورو. يمكنك تقديم الطلب في مكتب المواطنين."],
  ["nl", "De identiteitskaart kost 37 euro. U vraagt deze aan bij het gemeentehuis."],
  ["zh", "身份证的费用是三十七欧元。您可以在市民办公室申请。请携带照片和旧证件。"],
] as const;

describe("language", () => {
  // The first use loads the detector's database, which is no answer's doing.
  beforeAll(() => void guessLanguage({ text: "Guten Tag", from: 0, to: 9 }, "de"), 60_000);

  test.each(german)("is German: %s", (answer) => {
    expect(language.grade({ answer }).score).toMatchObject({ value: 1, passed: true });
  });

  test.each(foreign)("%s is not German, but right when asked for", (code, answer) => {
    const graded = language.grade({ answer });
    expect(graded.score).toMatchObject({ value: 0, passed: false });
    expect(graded.failureClass).toBe("wrong-language");
    const asked = language.grade({ answer, case: { expected: { language: code } } });
    expect(asked.score).toMatchObject({ value: 1, passed: true });
  });

  test("the value is the share of letters in paragraphs of the language", () => {
    const own = "Der Personalausweis kostet 37 Euro und gilt zehn Jahre.";
    const other = "The identity card costs 37 euros and is valid for ten years.";
    const { score } = language.grade({ answer: `${own}\n\n${other}` });
    const letters = (text: string) => text.match(/\p{L}/gu)?.length ?? 0;
    const share = letters(own) / (letters(own) + letters(other));
    expect(score.status === "scored" && score.value).toBeCloseTo(share);
    expect(score.status === "scored" && score.evidence).toMatchObject([
      { kind: "en", quote: other },
    ]);
    expect(score.reason).toContain("Englisch");
  });

  test.each([
    ["uk", "ru", "Бюро открывается в восемь часов утра, приходите с паспортом и заявлением."],
    ["ru", "uk", "Бюро відкривається о восьмій годині, приходьте з паспортом і заявою."],
    ["ar", "fa", "اداره ساعت هشت صبح باز می‌شود و ساعت چهار بعد از ظهر بسته می‌شود."],
    ["fa", "ar", "يفتح المكتب في الساعة الثامنة صباحا ويغلق في الرابعة مساء."],
  ])("asked for %s, %s is another language: %s", (asked, code, answer) => {
    const { score } = language.grade({ answer, case: { expected: { language: asked } } });
    expect(score).toMatchObject({ value: 0, evidence: [{ kind: code }] });
  });

  test("a foreign name does not change the language", () => {
    const answer = "Пан Крылов проживає в місті Мюнхен і має паспорт. Його заява вже в бюро.";
    const { score } = language.grade({ answer, case: { expected: { language: "uk" } } });
    expect(score).toMatchObject({ value: 1 });
  });

  test("a preamble in another language shows", () => {
    const answer =
      "Sure, here is the answer that you asked for:\n\nDer Personalausweis kostet 37 Euro. Sie beantragen ihn im Bürgeramt, und zwar persönlich. Bitte bringen Sie ein Foto mit.";
    const { score } = language.grade({ answer });
    expect(score.status === "scored" && score.value).toBeLessThan(0.8);
    expect(score).toMatchObject({ passed: true });
  });

  test.each([
    ["uk", "Bitte reichen Sie die fehlenden Unterlagen bis Freitag ein.", "Deutsch"],
    ["ar", "Ihr Antrag wurde bewilligt. Sie erhalten monatlich Geld.", "Deutsch"],
    ["fa", "Your application was approved. Please make an appointment.", "Englisch"],
    ["ru", "Başvurunuz onaylandı. Lütfen kimliğinizi getirin.", "Türkisch"],
    ["de", "Ваша заява прийнята, відповідь надійде поштою.", "Ukrainisch"],
  ])("wanted %s, names the language of another script: %s", (wanted, answer, found) => {
    const { score } = language.grade({ answer, case: { expected: { language: wanted } } });
    expect(score).toMatchObject({ value: 0, passed: false });
    expect(score.reason).toContain(`Sonst erkannt: ${found}.`);
  });

  test.each([
    "37 Euro",
    "Ja.",
    "12345 67890 12345 67890",
    "https://www.musterfurt.de/antrag/stellen",
  ])("is unscored: %s", (answer) => {
    expect(language.grade({ answer }).score.status).toBe("unscored");
  });

  test("keeps the laws", { timeout: 120_000 }, () => {
    assertGraderLaws(language, { answers: [...german, ...foreign.map(([, answer]) => answer)] });
  });

  test("golden", () => {
    assertGolden(language, new URL("../golden/graders/language.json", import.meta.url));
  });
});
