import { describe, expect, test } from "vitest";
import { unsupported } from "../../graders/unsupported.ts";
import listed from "./unsupported-answers.json" with { type: "json" };
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

const text =
  "Bürgerbüro Musterfurt, Telefon 0341 123-450, buergerbuero@musterfurt.de, www.musterfurt.de/pass. Die Gebühr für den Personalausweis beträgt 46,00 Euro, ab Vollendung des 24. Lebensjahres; für das Lichtbild fallen 6,00 Euro an. Der Bescheid ergeht am 3. März 2026. Die Frist für den Widerspruch beträgt einen Monat (§ 70 Abs. 1 VwGO). Bearbeitungszeit: drei Wochen. Öffnungszeiten: Montag 8 bis 12 Uhr, Zimmer 112. Die Ermäßigung beträgt 50 %. Die Wohngeldbehörde erteilt Auskunft.";
const question = "Ich bin 31 und brauche 2 Ausweise. Was kostet das?";
const graded = { input: { text, question } };

const supported = [
  "Der Ausweis kostet 46 €.",
  "Sie zahlen sechsundvierzig Euro.",
  "Mit 31 Jahren zahlen Sie 46 Euro, denn Sie sind älter als 24 Jahre.",
  "46 Euro für den Ausweis und 6 Euro für das Foto, zusammen 52 Euro.",
  "Zwei Ausweise zu je 46 Euro kosten 92 Euro.",
  "Der Bescheid ist vom 3. März 2026. Die Frist beträgt einen Monat, sie endet also am 3. April 2026.",
  "Der Bescheid ergeht am 03.03.2026.",
  "Der Bescheid ergeht im März 2026.",
  "Binnen eines Monats können Sie nach § 70 VwGO Widerspruch einlegen.",
  "§ 70 Absatz 1 VwGO nennt einen Monat.",
  "Sie haben zwei Möglichkeiten:\n1. Sie kommen vorbei.\n2. Sie rufen an.",
  "**1.** Antrag stellen\n**2.** Abholen\n3) Fertig",
  "Schritt 1: Termin buchen. Schritt 2: Kommen.",
  "Im ersten Schritt stellen Sie den Antrag, im zweiten holen Sie ihn ab.",
  "Das dauert 3 Wochen, also 21 Tage.",
  "Montags von 8:00 bis 12:00 Uhr in Zimmer 112.",
  "Rufen Sie an: (0341) 123450 oder +49 341 123450. Die 115 hilft auch.",
  "Mail: buergerbuero@musterfurt.de. Netz: https://www.musterfurt.de/pass",
  "Musterfurt, den 5. April 2026\n\nSehr geehrte Frau [NAME_1],\nSie zahlen 46 Euro.",
  "Datum: 05.04.2026\nSie zahlen 46 Euro.",
  "Fragen Sie im Bürgerbüro oder beim Bürgeramt. Die Behörde hilft.",
  "Auskunft erteilt die Wohngeldstelle.",
  "Das Amt antwortet an einem Tag.",
  "Die Ermäßigung liegt bei 50 Prozent.",
  "Beamte und Angestellte sowie die Antragstellerin sind ausgenommen. Die Ausstellung und die Zustellung dauern.",
  "Das lässt sich nicht sagen.",
  "Stellen Sie den Antrag im Rathaus. Jeden Monat gibt es einen Termin.",
];

/** Answer, what is invented in it. */
const invented: readonly (readonly [string, readonly string[]])[] = [
  ["Der Ausweis kostet 37 Euro.", ["37 Euro"]],
  ["Der Ausweis kostet 46 Euro, das Foto 8 Euro.", ["8 Euro"]],
  ["Zusammen sind das 52 Euro.", ["52 Euro"]],
  ["Die Frist endet am 3. April 2026.", ["3. April 2026"]],
  ["Die Frist beträgt zwei Monate.", ["zwei Monate"]],
  ["Der Bescheid ergeht am 3. März 2025.", ["3. März 2025"]],
  ["Nach § 68 VwGO ist Widerspruch möglich.", ["§ 68 VwGO"]],
  ["Nach § 70 Abs. 3 VwGO ist Widerspruch möglich.", ["§ 70 Abs. 3 VwGO"]],
  ["Geöffnet ist von 8 bis 16 Uhr.", ["16 Uhr"]],
  ["Kommen Sie in Zimmer 210.", ["210"]],
  ["Rufen Sie an: 0341 987-654.", ["0341 987-654"]],
  ["Schreiben Sie an info@musterfurt.de.", ["info@musterfurt.de"]],
  ["Fragen Sie beim Standesamt.", ["Standesamt"]],
  ["Klagen Sie beim Verwaltungsgericht.", ["Verwaltungsgericht"]],
  ["Das Amt für Soziales hilft.", ["Amt für Soziales"]],
  ["Die Ermäßigung beträgt 25 %.", ["25 %"]],
  ["Bringen Sie drei Zeugen und 5 Fotos mit.", ["drei", "5"]],
  ["Seit 2019 gilt das.", ["2019"]],
  ["1. Sie zahlen 40 Euro.\n2. Sie warten.", ["40 Euro"]],
];

describe("unsupported", () => {
  test.each(supported)("supported: %s", (answer) => {
    const score = gradeIt(answer);
    expect(score.reason).not.toContain("Nicht in der Quelle");
    expect(score.value).toBe(1);
  });

  test.each(invented)("invented: %s", (answer, quotes) => {
    const score = gradeIt(answer);
    expect(score.evidence.map(({ quote }) => quote)).toEqual(quotes);
    expect(score.passed).toBe(false);
  });

  test.each([
    ["sum", "Zusammen sind das 52 Euro."],
    ["difference", "Der Unterschied beträgt 40 Euro."],
    ["product", "Für beide Ausweise zahlen Sie 92 Euro."],
    ["date", "Die Frist endet am 3. April 2026."],
  ])("the option derive: %s allows „%s“", (derive, answer) => {
    expect(gradeIt(answer).value).toBe(0);
    expect(gradeIt(answer, { derive: [derive] }).value).toBe(1);
  });

  test.each(listed.supported)("$answer is supported by $text", ({ text: source, answer }) => {
    expect(gradeIt(answer, {}, { text: source })).toMatchObject({ value: 1 });
  });

  test.each(listed.invented)("$answer is not supported by $text", ({ text: source, answer }) => {
    expect(gradeIt(answer, {}, { text: source }).value).toBeLessThan(1);
  });

  test("the end of a short month is the end of the term", () => {
    const input = { text: "Bekanntgabe am 31. Januar 2026, Frist ein Monat." };
    const score = gradeIt("Sie haben bis zum 28. Februar 2026 Zeit.", { derive: ["date"] }, input);
    expect(score.value).toBe(1);
  });

  test("what the author wrote down as right is supported", () => {
    const authored = { ...graded, expected: { facts: ["52 Euro"], citations: ["§ 68 VwGO"] } };
    const { score } = unsupported.grade({ answer: "52 Euro nach § 68 VwGO.", case: authored });
    expect(score).toMatchObject({ value: 1 });
  });

  test("offices can be left out, and are in other languages", () => {
    const answer = "Fragen Sie beim Standesamt.";
    expect(gradeIt(answer, { offices: "ignore" }).value).toBe(1);
    const english = { ...graded, expected: { language: "en" } };
    const { score } = unsupported.grade({
      answer: "Ask at the Standesamt, 46 euros.",
      case: english,
    });
    expect(score).toMatchObject({ value: 1 });
    expect(score.reason).toContain("anderer Sprache");
  });

  test("the value is the share that is supported; the class is invented", () => {
    const result = unsupported.grade({ answer: "46 Euro und 7 Euro.", case: graded });
    expect(result.score).toMatchObject({ value: 0.5, measures: { judged: 2, invented: 1 } });
    expect(result.score.reason).toBe("Nicht in der Quelle: „7 Euro“ (1 von 2 geprüften Angaben).");
    expect(result.failureClass).toBe("invented");
  });

  test("is unscored without a source", () => {
    expect(unsupported.grade({ answer: "46 Euro" }).score.status).toBe("unscored");
  });

  test("keeps the laws", { timeout: 120_000 }, () => {
    const answers = [...supported, ...invented.map(([answer]) => answer)];
    assertGraderLaws(unsupported, {
      case: graded,
      answers,
      settings: { options: { derive: ["sum", "date"] } },
    });
  });

  test("golden", () => {
    assertGolden(unsupported, new URL("../golden/graders/unsupported.json", import.meta.url));
  });
});

function gradeIt(answer: string, options: object = {}, input: object = graded.input) {
  const { score } = unsupported.grade({ answer, case: { input } }, { options });
  if (score.status !== "scored") throw new Error(score.reason);
  return score;
}
