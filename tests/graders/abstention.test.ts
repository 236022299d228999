import { describe, expect, test } from "vitest";
import { abstention } from "../../graders/abstention.ts";
import phrases from "./abstention-phrases.json" with { type: "json" };
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

const text =
  "Die Bibliothek hat montags bis freitags von 10 bis 18 Uhr geöffnet. Der Ausweis kostet 12 Euro im Jahr. Auskunft: 0341 123-45.";
const question = "Darf ich meinen Hund mitbringen?";
const unanswerable = { input: { text, question }, expected: { answerable: false } };
const answerable = {
  input: { text, question: "Was kostet der Ausweis?" },
  reference: "Der Bibliotheksausweis kostet 12 Euro im Jahr.",
  expected: { answerable: true, facts: ["12 Euro"] },
};

/** By what they do; `deniedDenials` say that the text does tell, `singleDenials` deny once. */
const {
  phrasings,
  foreignPhrasings,
  noAbstentions,
  deniedDenials,
  singleDenials,
  referrals,
  foreignReferrals,
  noReferrals,
  bothAtOnce,
} = phrases;

const referral = "Bitte fragen Sie direkt in der Stadtbibliothek nach.";
const declining = [
  "Das geht aus dem Text nicht hervor.",
  "Dazu kann ich Ihnen leider keine Auskunft geben. Bitte wenden Sie sich an das Bürgeramt.",
  "Als KI-Sprachmodell kann ich keine Rechtsberatung geben.",
  "Guten Tag! Das weiß ich leider nicht. Mit freundlichen Grüßen",
];
const answering = [
  "Der Ausweis kostet 12 Euro.",
  "Der Ausweis kostet 12 Euro. Zu Ermäßigungen steht im Text nichts.",
  "Zwölf Euro im Jahr. Weitere Angaben kann ich dem Text nicht entnehmen, fragen Sie bitte die Bibliothek.",
  "Zur Ermäßigung steht nichts im Text, der Ausweis kostet aber 12 Euro.",
];

describe("abstention, unanswerable", () => {
  test.each([...phrasings, ...foreignPhrasings])(
    "„%s“ says that the text does not tell",
    (phrase) => {
      expect(gradeIt(`${phrase} ${referral}`, unanswerable).score).toMatchObject({ value: 1 });
    },
  );

  test.each(deniedDenials)("„%s“ is no abstention", (phrase) => {
    const graded = gradeIt(`${phrase} ${referral}`, unanswerable);
    expect(graded.score).toMatchObject({ value: 2 / 3, measures: { saysSo: 0 } });
  });

  test.each(singleDenials)("„%s“ denies once and abstains", (phrase) => {
    expect(gradeIt(`${phrase} ${referral}`, unanswerable).score).toMatchObject({ value: 1 });
  });

  test.each(noAbstentions)("„%s“ does not say that the text does not tell", (phrase) => {
    const graded = gradeIt(`${phrase} ${referral}`, unanswerable);
    expect(graded.score).toMatchObject({ measures: { saysSo: 0 } });
  });

  test.each(bothAtOnce)("„%s“ says so and names where to ask", (phrase) => {
    expect(gradeIt(phrase, unanswerable).score).toMatchObject({ value: 1 });
  });

  test.each(noReferrals)("„%s“ does not name where to ask", (phrase) => {
    const graded = gradeIt(`Das steht nicht im Text. ${phrase}`, unanswerable);
    expect(graded.score).toMatchObject({ measures: { namesWhereToAsk: 0 } });
  });

  test.each([...referrals, ...foreignReferrals])("„%s“ names where to ask", (phrase) => {
    expect(gradeIt(`Das steht nicht im Text. ${phrase}`, unanswerable).score).toMatchObject({
      measures: { namesWhereToAsk: 1 },
    });
  });

  test.each([
    ["en", "The text does not say whether dogs are allowed. Please contact the Bürgeramt."],
    ["tr", "Metinde bu konuda bilgi yok. Lütfen belediyeye başvurun."],
    ["uk", "У тексті про це немає інформації. Зверніться до бюро (Bürgeramt)."],
    ["ru", "В тексте об этом не сказано. Обратитесь в Bürgeramt."],
    ["pl", "W tekście nie ma o tym informacji. Proszę zwrócić się do urzędu."],
    ["ro", "Textul nu conține informații despre asta. Contactați primăria."],
    ["ar", "لا توجد معلومات عن ذلك في النص. يرجى الاتصال بمكتب Bürgeramt أو اتصل بالرقم 115."],
  ])("%s is understood", (language, answer) => {
    const graded = { ...unanswerable, expected: { answerable: false, language } };
    expect(gradeIt(answer, graded).score).toMatchObject({ value: 1 });
  });

  test.each([
    ["Ja, Hunde sind erlaubt.", 1 / 3, "invented"],
    ["Ja, für 5 Euro am Tag.", 0, "invented"],
    ["Das steht nicht im Text.", 2 / 3, "wrong"],
    ["Bitte fragen Sie in der Bibliothek nach.", 2 / 3, "wrong"],
    [`Das steht nicht im Text. In der Regel kostet es 5 Euro. ${referral}`, 2 / 3, "invented"],
    [
      `Das steht nicht im Text. Nach § 3 der Hundesatzung ist es verboten. ${referral}`,
      2 / 3,
      "invented",
    ],
    ["Das steht nicht im Text. Rufen Sie unter 0341 99999 an.", 2 / 3, "invented"],
    ["Das steht nicht im Text. Schreiben Sie an hund@musterfurt.de.", 2 / 3, "invented"],
    ["Dabei kann ich Ihnen nicht helfen.", 1 / 3, "refused"],
    ["Sie müssen dazu keine Angaben machen.", 1 / 3, "invented"],
  ])("„%s“ is worth %d and fails as %s", (answer, value, failureClass) => {
    const graded = gradeIt(answer, unanswerable);
    expect(graded.score).toMatchObject({ status: "scored", passed: false });
    expect(graded.score.status === "scored" && graded.score.value).toBeCloseTo(value);
    expect(graded.failureClass).toBe(failureClass);
  });

  describe("a value of the text", () => {
    const grave = {
      input: {
        text: "Für den erstmaligen Erwerb wird eine Gebühr von 1.240,00 Euro erhoben. Das Nutzungsrecht kann um mindestens fünf Jahre verlängert werden. Für die Aufstellung von Grabmalen werden 60,00 Euro berechnet.",
        question: "Wie viel muss ich für die Verlängerung zahlen?",
      },
      expected: { answerable: false },
    };
    const ask = "Das steht nicht im Text. Bitte fragen Sie bei der Friedhofsverwaltung nach.";

    test.each([
      "Vermutlich sind es 1.240 Euro.",
      "Die Verlängerung kostet 60 Euro.",
      "Die Gebühr dürfte bei 1.240 Euro liegen.",
      "Ich gehe davon aus, dass es 1.240 Euro sind.",
      "Rechnen Sie mit 1.240 Euro.",
      "Sie zahlen also 1.240 Euro.",
    ])("„%s“ passes it off as the answer", (claim) => {
      const graded = gradeIt(`${ask} ${claim}`, grave);
      expect(graded.score).toMatchObject({ value: 2 / 3, measures: { claimed: 1 } });
      expect(graded.failureClass).toBe("invented");
    });

    test.each([
      "Vermutlich meinen Sie die 1.240 Euro für den Erwerb.",
      "Die 1.240 Euro gelten nur für den Erwerb.",
      "Für den Erwerb gibt es eine feste Gebühr. Sie beträgt 1.240 Euro.",
      "Rechnen Sie nicht mit 1.240 Euro.",
      "Der Betrag von 60 Euro ist nur für Grabmale.",
      "Verlängern können Sie um mindestens fünf Jahre.",
    ])("„%s“ says what it is for", (claim) => {
      expect(gradeIt(`${ask} ${claim}`, grave).score).toMatchObject({ value: 1 });
    });
  });

  test("values of text and question are no inventions, in any spelling", () => {
    const answer = `Das steht nicht im Text. Geöffnet ist von 10:00 bis 18:00 Uhr, der Ausweis kostet 12,00 €. ${referral}`;
    expect(gradeIt(answer, unanswerable).score).toMatchObject({ value: 1 });
  });

  test("quotes what is invented", () => {
    const { score } = gradeIt(
      `Dazu steht hier nichts. Es kostet 5 Euro. ${referral}`,
      unanswerable,
    );
    expect(score.reason).toContain("„5 Euro“");
    expect(score.status === "scored" && score.evidence.at(-1)).toMatchObject({
      kind: "invented",
      quote: "5 Euro",
    });
  });
});

describe("abstention, answerable", () => {
  test.each(answering)("„%s“ answers", (answer) => {
    expect(gradeIt(answer, answerable).score).toMatchObject({ value: 1, passed: true });
  });

  test.each(declining)("„%s“ refuses", (answer) => {
    const graded = gradeIt(answer, answerable);
    expect(graded.score).toMatchObject({ value: 0, passed: false });
    expect(graded.failureClass).toBe("refused");
  });

  test.each(["Das geht leider nicht.", "Leider nein.", "Das ist leider nicht möglich."])(
    "„%s“ answers whether, and not when",
    (answer) => {
      const ask = (asked: string) =>
        gradeIt(answer, { input: { question: asked }, expected: { answerable: true } });
      const open = ask("Bis wann muss ich den Antrag einreichen?");
      expect(open.score).toMatchObject({ value: 0 });
      expect(open.failureClass).toBe("refused");
      expect(ask("Kann ich den Antrag per E-Mail stellen?").score).toMatchObject({ value: 1 });
    },
  );

  test("a no with a reason is an answer", () => {
    const graded = {
      input: { question: "Wie stelle ich den Antrag per E-Mail?" },
      expected: { answerable: true },
    };
    const { score } = gradeIt("Das geht nicht, der Antrag braucht eine Unterschrift.", graded);
    expect(score).toMatchObject({ value: 1 });
  });

  test("needs no reference", () => {
    const graded = { expected: { answerable: true } };
    expect(gradeIt("Der Ausweis kostet 12 Euro.", graded).score).toMatchObject({ value: 1 });
    expect(gradeIt("Das weiß ich nicht.", graded).score).toMatchObject({ value: 0 });
  });
});

describe("abstention", () => {
  test("is unscored when the case does not say whether it is answerable", () => {
    expect(gradeIt("Das weiß ich nicht.", {}).score.status).toBe("unscored");
  });

  test("keeps the laws", { timeout: 120_000 }, () => {
    const answers = [...phrasings, ...deniedDenials, ...referrals, ...declining, ...answering];
    assertGraderLaws(abstention, { case: unanswerable, answers });
    assertGraderLaws(abstention, { case: answerable, answers });
  });

  test("golden", () => {
    assertGolden(abstention, new URL("../golden/graders/abstention.json", import.meta.url));
  });
});

function gradeIt(answer: string, graded: Parameters<typeof abstention.grade>[0]["case"]) {
  return abstention.grade({ answer, case: graded });
}
