import { describe, expect, test } from "vitest";
import { truncation } from "../../graders/truncation.ts";
import foreign from "./truncation-answers.json" with { type: "json" };
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

const whole = [
  "Das Amt gewährt Leistungen aller Art.",
  "Sie haben drei Monate Zeit",
  "37 Euro",
  "- Gebühr: 37 Eur",
  "- Dauer: 20 Min",
  "1 Jahr",
  "14 Tag",
  '```json\n{"kosten": 46}\n```',
  "Der Ausweis kostet 46 Euro.",
  "46 Euro",
  "Bürgeramt Musterfurt",
  "Ja",
  "B",
  "Sie brauchen:\n- einen Ausweis\n- ein Foto",
  "Sie brauchen:\n1. Ausweis\n2. Foto vom Fotografen, nicht älter als sechs Monate",
  "Der Ausweis kostet 46 Euro.\n\nMit freundlichen Grüßen\nIhr Bürgeramt Musterfurt",
  "Der Ausweis kostet 46 Euro.\n\nMit freundlichen Grüßen,",
  "Der Ausweis kostet 46 Euro.\n\nIm Auftrag\nMaria Beispiel, Sachbearbeiterin im Bürgeramt der Stadt Musterfurt",
  "Mehr dazu: https://www.musterfurt.de/ausweis",
  "Rufen Sie an unter Telefon 0341 123450",
  "| Gebühr | Betrag |\n|---|---|\n| Ausweis | 46 € |",
  '```json\n{"kosten": 46}\n```',
  '{"kosten": 46, "frist": ["14 Tage"]}',
  "[NAME_1] muss sich melden.",
  "Sie fragte: „Was kostet das?“",
  "Er sagte „ja“ und ging (gern).",
  "Das gilt für Anträge usw.",
  "Was kostet der Ausweis?",
  "## Ergebnis\nDer Ausweis kostet 46 Euro.\n\n**Stand:** 2026",
  "Name:\nOrt:",
  "Der Ausweis kostet 46 Euro.\n\n**Stand: 2026**",
  "Preis: 46 Euro**",
  "The card costs 46 euros.",
  "Kimlik 46 avro.",
  "- Ücret: 46 avro\n- Başvuru: yer planıyla birlikte Tiefbauamt'a",
  "Vielen Dank für Ihre Geduld! 🙂",
  "geerbte Jagdgewehre ohne Jagdschein: WBK für Erben, Frist, Blockiersystem, wer darf einbauen",
  "Sie bekommen kein Wohngeld. Ihre Wohngeldbehörde",
  "Der Ausweis kostet 46 Euro. Bürgeramt Musterfurt",
  "- Der Beitrag steigt\n- Keine Abweichung, wenn mehr als die Hälfte der Kinder unter drei ist",
  "Träger: Jugendverein\nLaufzeit: drei Jahre\nZusage: schriftlicher Bericht des Dezernenten bis 4.12.2026",
];

const cutOff = [
  "Ihr Anspruch ergibt sich aus § 7 Abs.",
  "Die Gebühr beträgt 46 Euro. Das steht in Nr.",
  "- Mietvertrag\n- Nachweise der letzten drei Mona",
  "Sie können den Antrag stellen. Dafür brauchen Sie einen",
  "Der Ausweis kostet 46 Euro und",
  "Der Ausweis kostet 46 Euro,",
  "Der Antrag ist bei der Wohngeld-",
  "Sie brauchen:\n- einen Ausweis\n- ein Foto\n-",
  "Sie brauchen:\n1. Ausweis\n2.",
  "Sie haben mehrere Möglichkeiten. Diese sind im Einzelnen:",
  "Der Antrag (siehe § 3 der Satzung",
  "Im Bescheid steht „Die Gebühr beträgt",
  "Der Ausweis kostet 46 Euro. Den Antrag stellen Sie im Bürger",
  "Der Ausweis kostet 46 Euro.\n\nDen Antrag stellen Sie bitte persönlich im Bürgeramt",
  "Sie müssen den Antrag bis zum Ende des Monats bei der zuständigen Stelle abge",
  '```json\n{"kosten": 46,',
  '{"kosten": 46, "frist": ["14 Ta',
  '[{"a": 1}, {"b":',
  "Gern:\n```\nHallo",
  "| Gebühr | Betrag |\n|---|---|\n| Ausweis | 46",
  "| Gebühr | Betrag |\n|---|---|\n| Ausweis | 46 € |\n| Foto",
  "Der Ausweis kostet 46 Euro.\n\n**Wichtig",
  "Der Ausweis kostet 46 Euro.\n\n- **Wichtig: Der Antrag",
  "The card costs 46 euros. You can apply at the",
  "Ein Kind isst kein Schweinefleisch. Rückfragen",
  "Sie bekommen nur einen Parkausweis. Das gilt also nur",
  "Wir löschen Ihre Daten sechs Monate nach der Absage. Neue",
  "Die Gebühr beträgt 37 Eu",
  "37 Eu",
  "- Gebühr: 37 Eu",
  "Die Frist beträgt 14 Ta",
  "- Es dauert 6 Woch",
  '```json\n{"kosten": 46}\n',
];

describe("truncation", () => {
  test.each(whole)("whole: %s", (answer) => {
    const { score } = truncation.grade({ answer });
    expect(score.reason).toBe("Vollständig und lesbar.");
    expect(score).toMatchObject({ value: 1, passed: true });
  });

  test.each(cutOff)("cut off: %s", (answer) => {
    const graded = truncation.grade({ answer });
    expect(graded.score).toMatchObject({ value: 0, measures: { truncated: 1, unparseable: 0 } });
    expect(graded.failureClass).toBe("truncated");
  });

  test.each(foreign.wholeForeign)("whole ($language): $answer", ({ language, answer }) => {
    const { score } = truncation.grade({ answer, case: { expected: { language } } });
    expect(score).toMatchObject({ value: 1 });
  });

  test.each(foreign.cutOffForeign)("cut off ($language): $answer", ({ language, answer }) => {
    const { score } = truncation.grade({ answer, case: { expected: { language } } });
    expect(score).toMatchObject({ value: 0, measures: { truncated: 1 } });
  });

  test("the finish reason decides, whatever the text looks like", () => {
    const { score } = truncation.grade({
      answer: "Der Ausweis kostet 46 Euro.",
      finishReason: "length",
    });
    expect(score).toMatchObject({ value: 0 });
    expect(score.reason).toContain("höchste Länge");
  });

  test("without the check of endings only the finish reason counts", () => {
    const answer = "Der Ausweis kostet 46 Euro und";
    const settings = { options: { endings: false } };
    expect(truncation.grade({ answer }, settings).score).toMatchObject({ value: 1 });
    expect(truncation.grade({ answer, finishReason: "length" }, settings).score).toMatchObject({
      value: 0,
    });
  });

  test.each([
    ["Das weiß ich nicht.", "unparseable"],
    ["{kosten: 46}", "unparseable"],
    ['{"kosten": 46', "truncated"],
    ['Hier: {"kosten": [46', "truncated"],
  ])("as JSON, „%s“ is %s", (answer, failureClass) => {
    const graded = truncation.grade({ answer }, { options: { format: "json" } });
    expect(graded.score).toMatchObject({ value: 0 });
    expect(graded.failureClass).toBe(failureClass);
  });

  test.each([
    '{"kosten": 46}',
    'Hier ist es: {"kosten": 46} – bitte.',
    "```json\n[1, 2]\n```",
    "true",
  ])("as JSON, „%s“ is whole", (answer) => {
    const { score } = truncation.grade({ answer }, { options: { format: "json" } });
    expect(score).toMatchObject({ value: 1 });
  });

  test("what cannot be read is unparseable", () => {
    const graded = truncation.grade({ answer: "\ufffd\ufffd\u0001 Der \ufffd\ufffd" });
    expect(graded.failureClass).toBe("unparseable");
    expect(graded.score).toMatchObject({ measures: { truncated: 0, unparseable: 1 } });
  });

  test("keeps the laws", { timeout: 120_000 }, () => {
    assertGraderLaws(truncation, { answers: [...whole, ...cutOff] });
    assertGraderLaws(truncation, { answers: cutOff, settings: { options: { format: "json" } } });
  });

  test("golden", () => {
    assertGolden(truncation, new URL("../golden/graders/truncation.json", import.meta.url));
  });
});
