import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { focus } from "../../graders/focus.ts";
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

const text =
  "Für die Ausstellung eines Personalausweises ist eine Gebühr von 37,00 Euro zu entrichten, sofern die antragstellende Person das 24. Lebensjahr vollendet hat. Der Antrag ist persönlich im Bürgeramt Musterfurt zu stellen. Mitzubringen sind ein Lichtbild und das bisherige Dokument. Die Herstellung dauert in der Regel drei Wochen; über den Stand wird auf Anfrage Auskunft erteilt. Verlust und Diebstahl sind unverzüglich anzuzeigen. Die Öffnungszeiten entnehmen Sie bitte dem Aushang am Rathaus.";
const question = "Was kostet der Ausweis? Ich bin 31.";
const reference = "Der Personalausweis kostet für Sie 37 Euro. Sie beantragen ihn im Bürgeramt.";
const graded = { input: { text, question }, reference, expected: {} };

const focused = [
  reference,
  "37 Euro.",
  "Der Ausweis kostet 37,00 €.",
  "Für Ihren Personalausweis zahlen Sie 37 Euro. Den Antrag stellen Sie im Bürgeramt.",
  `Guten Tag,\n\n${reference}\n\nMit freundlichen Grüßen`,
  "Sehr geehrte Dame,\n\nder Personalausweis kostet 37 Euro, weil Sie über 24 sind.\n\nBei weiteren Fragen stehen wir Ihnen gern zur Verfügung.",
];
const unfocused = [
  text,
  `${reference} ${text}`,
  "Der Reisepass wird von der Bundesdruckerei in Berlin hergestellt und per Kurier versandt.",
  `${reference} ${"Verlust und Diebstahl sind unverzüglich anzuzeigen. ".repeat(6)}`,
  "Der Ausweis kostet 37 Euro. ".repeat(8),
  `Der Ausweis kostet 37 Euro. ${"… ".repeat(200)}`,
  "37 Euro ".repeat(40),
  `37 Euro${".".repeat(300)}`,
  "Guten Tag!",
  `Der Ausweis kostet 37 Euro. ${"ja ".repeat(60)}`,
  "a".repeat(400),
];

describe("focus", () => {
  test.each(focused)("passes: %s", (answer) => {
    expect(focus.grade({ answer, case: graded }).score).toMatchObject({ passed: true });
  });

  test.each(unfocused)("fails: %s", (answer) => {
    expect(focus.grade({ answer, case: graded }).score).toMatchObject({ passed: false });
  });

  test("the reference gets exactly 1, whatever it says", () => {
    expect(focus.grade({ answer: reference, case: graded }).score).toMatchObject({ value: 1 });
    const word = fc.constantFrom(
      ..."Der Antrag kostet nicht 37 Euro im Bürgeramt bis 1. März und".split(" "),
    );
    const sentences = fc.array(
      fc.array(word, { minLength: 3, maxLength: 12 }).map((words) => `Antrag ${words.join(" ")}.`),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(sentences, (parts) => {
        const own = parts.join(" ");
        const { score } = focus.grade({ answer: own, case: { reference: own } });
        expect(score).toMatchObject({ value: 1 });
      }),
      { seed: 20_261_101, numRuns: 200 },
    );
  });

  test("a copy is none when the reference has the same wording", () => {
    const same = { input: { text }, reference: text };
    expect(focus.grade({ answer: text, case: same }).score).toMatchObject({ value: 1 });
  });

  test("beyond the longest ratio the value shrinks in inverse proportion", () => {
    const short = { reference: "Der Ausweis kostet 37 Euro." };
    const answer =
      "Der Ausweis kostet 37 Euro, und zwar kostet ein Ausweis heute genau 37 Euro, denn 37 Euro kostet er nun.";
    const { score } = focus.grade({ answer, case: short }, { options: { maximumRatio: 2 } });
    expect(score.status === "scored" && score.measures["ratio"]).toBeCloseTo(20 / 5);
    expect(score.status === "scored" && score.value).toBeCloseTo(0.5);
    expect(score.reason).toContain("4,0-mal so lang");
  });

  test("where the text does not tell, saying so and naming where to ask serves", () => {
    const unanswerable = {
      input: { text, question: "Darf ich meinen Hund mitbringen?" },
      reference: "Das geht aus dem Text nicht hervor. Fragen Sie bitte im Bürgeramt.",
      expected: { answerable: false },
    };
    const answer = "Dazu enthält das Schreiben keine Angaben. Wenden Sie sich an das Rathaus.";
    expect(focus.grade({ answer, case: unanswerable }).score).toMatchObject({ value: 1 });
  });

  test("saying that something else is not told does not serve", () => {
    const dogs = {
      input: { text, question: "Darf ich meinen Hund mitbringen?" },
      reference: "Das geht aus dem Text nicht hervor. Fragen Sie bitte im Bürgeramt.",
      expected: { answerable: false },
    };
    const own = "Ob Hunde erlaubt sind, steht nicht im Text.";
    const other = "Ob der Stadtpass im Freibad gilt, steht nicht in dem Text.";
    expect(focus.grade({ answer: own, case: dogs }).score).toMatchObject({ value: 1 });
    expect(focus.grade({ answer: other, case: dogs }).score).toMatchObject({ passed: false });
  });

  test.each([
    "Auf dem Deich müssen Hunde im September an die kurze Leine.",
    "Für Rauchmelder in der Wohnung kommt die Feuerwehr ohne Rechnung.",
    "Ihre Biotonne leert der Bauhof erst nach dem Streik wieder.",
  ])("a sentence from somewhere else fails: %s", (sentence) => {
    const { score } = focus.grade({ answer: `${reference} ${sentence}`, case: graded });
    expect(score).toMatchObject({ passed: false, measures: { foreign: 1 } });
    expect(score.reason).toContain("nichts zu tun");
  });

  test.each([
    "Ich wünsche Ihnen viel Erfolg und alles Gute bei Ihrer Entscheidung.",
    "Diese Auskunft ersetzt keine rechtliche Beratung im Einzelfall.",
    "Bringen Sie ein Lichtbild mit.",
    "Haben Sie den alten Ausweis verloren, melden Sie das sofort.",
    "Wie lange dauert es bei uns?",
  ])("no sentence from somewhere else: %s", (sentence) => {
    const { score } = focus.grade({ answer: `${reference} ${sentence}`, case: graded });
    expect(score).toMatchObject({ measures: { foreign: 0 } });
  });

  test("a detail of the text serves a little, one of nowhere nothing", () => {
    const detail = "Die Gebühr von 37,00 Euro gilt erst ab dem 24. Lebensjahr.";
    const short = {
      input: { text, question: "Wo beantrage ich ihn?" },
      reference: "Im Bürgeramt.",
    };
    const value = (answer: string) => {
      const { score } = focus.grade({ answer, case: short }, { options: { maximumRatio: 20 } });
      return score.status === "scored" ? score.value : -1;
    };
    expect(value(`Im Bürgeramt. ${detail}`)).toBeGreaterThan(0.35);
    expect(value("Im Bürgeramt. Das Wasser kostet dort immer 3 Euro extra.")).toBeLessThan(0.35);
  });

  test("works on the words of a reference in another language", () => {
    const turkish = {
      reference: "Kimlik kartı 37 avro tutar. Başvuruyu Bürgeramt'ta yapabilirsiniz.",
      expected: { language: "tr" },
    };
    const near = "Kimlik kartının ücreti 37 avro. Bürgeramt'a başvurun.";
    const far = "Pasaport Berlin şehrinde üretilir ve kurye ile gönderilir.";
    expect(focus.grade({ answer: near, case: turkish }).score).toMatchObject({ passed: true });
    expect(focus.grade({ answer: far, case: turkish }).score).toMatchObject({ passed: false });
  });

  test("points at what is off the point", () => {
    const answer = `${reference} Verlust ist der Polizei anzuzeigen.`;
    const { score } = focus.grade({ answer, case: graded });
    expect(score.status === "scored" && score.evidence).toMatchObject([
      { kind: "off-point", quote: "Verlust ist der Polizei anzuzeigen." },
    ]);
  });

  test("is unscored without a reference", () => {
    expect(focus.grade({ answer: "37 Euro." }).score.status).toBe("unscored");
  });

  test("keeps the laws", { timeout: 120_000 }, () => {
    assertGraderLaws(focus, { case: graded, answers: [...focused, ...unfocused] });
  });

  test("a bare yes or no answers where the reference begins with one", () => {
    const yesOrNo = { ...graded, reference: "Nein, Blindenhunde sind steuerfrei." };
    expect(focus.grade({ answer: "Nein.", case: yesOrNo }).score).toMatchObject({ value: 1 });
    expect(focus.grade({ answer: "Nein.", case: graded }).score).toMatchObject({ value: 0 });
  });

  test("golden", () => {
    assertGolden(focus, new URL("../golden/graders/focus.json", import.meta.url));
  });
});
