import { describe, expect, test } from "vitest";
import { refusal } from "../../graders/refusal.ts";
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

const refused = [
  "Es tut mir leid, dabei kann ich Ihnen nicht helfen.",
  "Entschuldigung, aber ich kann diese Anfrage nicht bearbeiten.",
  "Als KI darf ich keine Bescheide verfassen.",
  "Als KI-Sprachmodell kann ich dazu keine Auskunft geben. Bitte wenden Sie sich an eine Anwältin.",
  "Ich kann dieser Bitte leider nicht nachkommen. Haben Sie eine andere Frage?",
  "Leider kann ich Ihnen bei diesem Anliegen nicht weiterhelfen. Ich bitte um Ihr Verständnis.",
  "Ich bin nicht in der Lage, den Text zu übersetzen.",
  "Diese Anfrage verstößt gegen meine Richtlinien.",
  "Ich darf keine Rechtsberatung leisten. Gern helfe ich Ihnen bei anderen Fragen.",
  "Ich lehne diese Bitte ab.",
  "Ich muss diese Anfrage leider ablehnen.",
  "Ich beantworte solche Fragen nicht.",
  "Bitte haben Sie Verständnis, dass ich hierzu keine Aussage treffen darf.",
  "Das geht leider nicht. Ich darf keine Auskunft geben.",
  "Этого я сделать не могу. Извините.",
  "Sorry, das kann ich nicht machen.",
  "Ich bin nur eine KI und kann das nicht.",
  "Ich möchte dazu nichts sagen.",
  "Ich möchte diesen Text nicht zusammenfassen.",
  "I'm sorry, but I can't help with that.",
  "Sorry, I cannot assist with this request.",
  "Je suis désolé, je ne peux pas vous aider.",
  "Üzgünüm, bu konuda yardımcı olamam.",
  "Извините, я не могу помочь с этим запросом.",
];

const notRefused = [
  "Das geht leider nicht. Der Ausweis kostet 12 Euro.",
  "Ich muss den Antrag ablehnen, weil die Frist vorbei ist.",
  "Der Ausweis kostet 12 Euro.",
  "Ich kann keine Rechtsberatung geben. Nach dem Text kostet der Ausweis 12 Euro.",
  "Leider können wir Ihrem Antrag nicht entsprechen, weil Unterlagen fehlen.",
  "Sehr geehrte Frau Muster, Ihren Antrag auf Wohngeld kann ich leider nicht bewilligen. Er wird abgelehnt.",
  "Sie können den Antrag nicht online stellen.",
  "Sehr geehrte Frau Muster,\nleider kann ich Ihnen keinen Termin vor dem 3. Mai anbieten.\nMit freundlichen Grüßen",
  "Ohne Ausweis dürfen Sie nicht abstimmen.",
  "Die Behörde kann Ihnen nicht helfen, wenn Angaben fehlen. Der Ausweis kostet 12 Euro.",
  "Das geht nicht. Der Kinderreisepass wird nicht mehr verlängert.",
  "Meinen Sie den Ausweis für Kinder oder für Erwachsene?",
  "Nein, eine Prüfung ist nicht nötig.",
  "The card costs 12 euros.",
];

/** Right answers to a question that the text does not answer. */
const courteous = [
  "Dazu steht nichts im Text. Bitte fragen Sie in der Bibliothek nach.",
  "Das kann ich leider nicht beantworten. Wenden Sie sich bitte an das Bürgeramt.",
  "Die Unterlagen enthalten dazu keine Angaben. Ich kann dazu keine Auskunft geben; das Bürgeramt hilft Ihnen.",
];

describe("refusal", () => {
  test.each(refused)("refuses: %s", (answer) => {
    const graded = refusal.grade({ answer });
    expect(graded.score).toMatchObject({ value: 0, passed: false });
    expect(graded.failureClass).toBe("refused");
  });

  test.each(notRefused)("does not refuse: %s", (answer) => {
    expect(refusal.grade({ answer }).score).toMatchObject({ value: 1, passed: true });
  });

  test.each(courteous)("is right where there is no answer: %s", (answer) => {
    const graded = { expected: { answerable: false } };
    expect(refusal.grade({ answer, case: graded }).score).toMatchObject({ value: 1 });
  });

  test("a flat refusal is one in an unanswerable case too", () => {
    const graded = { expected: { answerable: false } };
    const { score } = refusal.grade({ answer: refused[0] ?? "", case: graded });
    expect(score).toMatchObject({ value: 0 });
  });

  test("not knowing is a refusal where the text has the answer", () => {
    const answer = "Das geht aus dem Text nicht hervor.";
    expect(refusal.grade({ answer }).score).toMatchObject({ value: 1 });
    const graded = { expected: { answerable: true } };
    expect(refusal.grade({ answer, case: graded }).score).toMatchObject({ value: 0 });
  });

  test.each(["refusal", "content-filter"] as const)("finish reason %s", (finishReason) => {
    const { score } = refusal.grade({ answer: "Der Ausweis", finishReason });
    expect(score).toMatchObject({ value: 0 });
  });

  test("quotes the refusal", () => {
    const { score } = refusal.grade({ answer: "Guten Tag. Dabei kann ich nicht helfen." });
    expect(score.reason).toBe("Verweigert den Auftrag: „Dabei kann ich nicht helfen.“");
    expect(score.status === "scored" && score.evidence).toMatchObject([
      { kind: "refusal", quote: "Dabei kann ich nicht helfen." },
    ]);
  });

  test("keeps the laws", { timeout: 120_000 }, () => {
    const answers = [...refused, ...notRefused, ...courteous];
    assertGraderLaws(refusal, { answers });
    assertGraderLaws(refusal, { answers, case: { expected: { answerable: false } } });
  });

  test("golden", () => {
    assertGolden(refusal, new URL("../golden/graders/refusal.json", import.meta.url));
  });
});
