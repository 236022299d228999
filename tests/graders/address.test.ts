import { describe, expect, test } from "vitest";
import { address } from "../../graders/address.ts";
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

const slips = [
  ["informal", "Das kannst du online machen.", "du"],
  ["informal", "Das ist dein Ausweis.", "dein"],
  ["informal", "Ihr könnt am Montag kommen.", "Ihr"],
  ["informal", "Wann habt ihr Zeit?", "ihr"],
  ["informal", "Komm bitte vorbei.", "Komm"],
  ["informal", "Bitte melde dich nicht.", "melde"],
  ["informal", "Wir helfen EUCH gern.", "EUCH"],
  ["lower-case", "Bringen Sie bitte ihren Ausweis mit.", "ihren"],
  ["lower-case", "Sie können ihren Antrag online stellen.", "ihren"],
  ["lower-case", "Bitte melden sie sich bei uns.", "sie"],
  ["lower-case", "Vielen Dank für ihr Schreiben.", "ihr"],
  ["informal", "Stell den Antrag online.", "Stell"],
  ["informal", "Bitte besuch uns im Bürgeramt.", "besuch"],
  ["lower-case", "Gern teilen wir ihnen das mit.", "ihnen"],
  ["lower-case", "Wir danken ihnen für Ihre Nachricht.", "ihnen"],
  ["tone", "Füllen Sie gefälligst das Formular aus.", "gefälligst"],
  ["lower-case", "Füllen Sie das Formular aus und senden sie es zurück.", "sie"],
  ["lower-case", "Bitte teilen Sie uns ihre neue Anschrift mit.", "ihre"],
  ["tone", "Beeilen Sie sich mal!", "Beeilen Sie sich mal"],
  ["tone", "Das hätten Sie sich ja denken können.", "hätten Sie sich ja denken"],
  ["tone", "Kommen Sie jetzt!!", "!!"],
  ["tone", "Daran sind Sie selbst schuld.", "selbst schuld"],
] as const;
const right = [
  "Bringen Sie die Unterlagen mit und legen sie vor.",
  "Bitte bringen Sie Ihren Ausweis mit. Wir helfen Ihnen gern!",
  "Sie bekommen Geld.\nSie müssen einen Antrag stellen.",
  "Die Stadt hilft, und ihre Ämter haben Montag auf. Das braucht ihr Kind.",
  "Bitten Sie Ihre Tochter, ihren Ausweis mitzubringen.",
  "Sie sehen die Antragstellerin und ihren Sohn. Kommen sie morgen?",
  "Das Amt liegt an der Place du Marché. Die Du-Form gibt es hier nicht.",
  "Auf dem Plakat steht „Komm zu uns, wir brauchen dich“, das ist Werbung.",
  "Die Helfer waren fleißig. Wir danken ihnen.",
  "Besuch der Schule: Kauf der Karte vor Ort. Achte Sitzung am Montag.",
  "Der Antrag ist da. Ruf und Zahl der Ämter steigen.",
  "Melde ich mich um, brauche ich einen Ausweis.",
  "Die Eltern warten. Sie können ihren Antrag online stellen.",
  "Die Kinder zeigen Ihnen ihre Zeugnisse.",
];

function scored(answer: string, options?: unknown) {
  const { score } = address.grade({ answer }, { options });
  if (score.status !== "scored") throw new Error(score.reason);
  return score;
}

describe("address", () => {
  test.each(slips)("%s: %s", (kind, answer, quote) => {
    const score = scored(answer);
    expect(score.evidence[0]).toMatchObject({ kind, quote });
    expect(score).toMatchObject({ value: 0, passed: false });
    expect(score.reason).toContain(`„${quote}“`);
  });

  test.each(right)("passes: %s", (answer) => {
    expect(scored(answer)).toMatchObject({ value: 1, passed: true, evidence: [] });
  });

  test("the value is the share of sentences without a finding", () => {
    const answer = "Sie haben recht. Du kommst. Das ist gut. Vielen Dank für ihre Geduld.";
    expect(scored(answer)).toMatchObject({
      value: 0.5,
      measures: { sentences: 4, formal: 1, informal: 1, lowerCase: 1, tone: 0 },
    });
  });

  test("leaves the tone alone when told so", () => {
    expect(scored("Kommen Sie gefälligst!!", { tone: "nein" }).value).toBe(1);
  });

  test.each([{ tone: "laut" }, { form: "du" }])("refuses the options %j", (options) => {
    expect(address.options.safeParse(options).success).toBe(false);
  });

  test("is unscored without a word or for another language", () => {
    expect(address.grade({ answer: "12" }).score.status).toBe("unscored");
    const graded = { expected: { language: "fr" } };
    expect(address.grade({ answer: "Le prix du pain", case: graded }).score.status).toBe(
      "unscored",
    );
  });

  test("keeps the laws", () => {
    assertGraderLaws(address, { answers: [...slips.map(([, answer]) => answer), ...right] });
  });

  test("golden", () => {
    assertGolden(address, new URL("../golden/graders/address.json", import.meta.url));
  });
});
