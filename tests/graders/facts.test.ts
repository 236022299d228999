import { describe, expect, test } from "vitest";
import { facts } from "../../graders/facts.ts";
import phrases from "./facts-phrases.json" with { type: "json" };
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

/** Fact, answer; those that authors of cases complained about. */
const listed = phrases as unknown as Record<"met" | "unmet", [string, string][]> &
  Record<"foreign" | "foreignUnmet", [string, string, string][]>;
/** Fact, answer. */
const met: readonly (readonly [string, string])[] = [
  ["37 Euro", "Der Personalausweis kostet 37,00 €."],
  ["37 Euro", "Sie zahlen siebenunddreißig Euro."],
  ["37 Euro", "Die Gebühr beträgt nicht 22,80 Euro, sondern 37 Euro."],
  ["37 Euro", "Statt 22,80 Euro zahlen Sie 37 Euro."],
  ["37 Euro", "Früher kostete der Ausweis 22,80 Euro, jetzt kostet er 37 Euro."],
  ["37 Euro", "Was kostet der Ausweis? 37 Euro."],
  ["1.234,50 €", "Zu zahlen sind 1234,5 Euro."],
  ["1.234,50 €", "Zu zahlen sind EUR 1 234,50."],
  ["1. März 2026", "Bis zum 01.03.2026 muss der Antrag da sein."],
  ["bis 1. März 2026", "Spätestens am 1. März müssen Sie sich melden."],
  ["14 Tage", "Sie haben zwei Wochen Zeit."],
  ["ein Monat", "Binnen eines Monats nach Bekanntgabe können Sie Widerspruch einlegen."],
  ["Widerspruch ein Monat", "Die Widerspruchsfrist beträgt einen Monat."],
  ["Widerspruchsfrist ein Monat", "Die Frist für den Widerspruch beträgt einen Monat."],
  ["9 Uhr", "Der Termin ist um 09:00 Uhr."],
  ["Montag 8 bis 12 Uhr", "Geöffnet ist montags von 8.00–12.00 Uhr."],
  ["§ 3 Abs. 2 SGB X", "Das steht in Paragraf 3 Absatz 2 Satz 1 SGB X."],
  ["2 Zeugen", "Bringen Sie zwei Zeugen mit."],
  ["ab 16", "Das geht ab 16 Jahren."],
  ["Bürgeramt / Bürgerbüro", "Gehen Sie ins Bürgerbüro."],
  ["Bürgeramt", "Sie finden das in allen Bürgerämtern."],
  ["Ausweis", "Bringen Sie Ihren Personalausweis mit."],
  ["Antrag einreichen", "Reichen Sie den Antrag bitte rechtzeitig ein."],
  ["Antrag einreichen", "Der Antrag ist bei der Wohngeldbehörde einzureichen."],
  ["anmelden", "Melden Sie sich innerhalb von zwei Wochen an."],
  ["Wohnung anmelden", "Die Anmeldung der Wohnung ist Pflicht."],
  ["unterschreiben", "Es fehlt noch Ihre Unterschrift."],
  ["Antrag unterschreiben", "Der Antrag muss unterschrieben sein."],
  ["gebührenfrei / kostenlos / keine Gebühr", "Dafür fällt keine Gebühr an."],
  ["ohne Gebühr", "Die Auskunft ist gebührenfrei."],
  ["nicht zulässig", "Das ist unzulässig."],
  ["unzulässig", "Eine Vertretung ist nicht zulässig."],
  ["kein Termin", "Einen Termin brauchen Sie nicht."],
  ["kein Termin", "Das geht ohne Termin."],
  ["Termin", "Ohne Termin ist das nicht möglich."],
  ["Termin", "Das geht nicht ohne Termin."],
  ["persönlich", "Vergessen Sie nicht, persönlich zu erscheinen."],
  ["Passfoto 6 Monate", "Das Passfoto darf nicht älter als sechs Monate sein."],
  ["Geburtsurkunde", "Sie brauchen nicht nur die Geburtsurkunde, sondern auch ein Foto."],
  ["Personalausweis 37 Euro", "Der Personalausweis ist nicht gebührenfrei, er kostet 37 Euro."],
  ["Personalausweis 37 Euro", "Den Personalausweis gibt es im Bürgeramt. Er kostet 37 Euro."],
  [
    "Ausweis 37 Euro",
    "Der Ausweis kostet für Personen unter 24 Jahren 22,80 Euro und für alle anderen Personen 37 Euro.",
  ],
  [
    "Personalausweis 37 Euro",
    "Gebühren für den Personalausweis:\n- unter 24 Jahren: 22,80 Euro\n- ab 24 Jahren: 37 Euro",
  ],
  ["Reisepass 70 Euro", "- Personalausweis: 37 Euro\n- Reisepass: 70 Euro"],
  ["Reisepass 70 Euro", "70 Euro kostet der Reisepass, 37 Euro der Personalausweis."],
  ["Reisepass 70 Euro", "Es kostet 37 Euro für den Ausweis und 70 Euro für den Reisepass."],
  ["14 Tage vor der Reise", "Stellen Sie den Antrag zwei Wochen vor der Reise."],
  ["Melde-Bescheinigung", "Sie bekommen eine Meldebescheinigung."],
  ["Meldebescheinigung", "Sie bekommen eine Melde·bescheinigung."],
  ["Antragsteller", "Die Antragstellerin muss unterschreiben."],
  ["buergeramt@musterfurt.de", "Schreiben Sie an buergeramt@musterfurt.de."],
  ["0341 123-45", "Rufen Sie an: (0341) 12345."],
  ["Schule", "Kommt Ihr Kind nach dem 31. Juli in die Schule? Dann müssen Sie nicht kündigen."],
  ["abschleppen", "Wir schleppen falsch geparkte Autos ab."],
  [
    "kein Bauschutt",
    "Nicht zum Sperrmüll gehören alte Elektrogeräte, Bauschutt, Farben und Lacke.",
  ],
  ["kein Bauschutt", "Wir nehmen nicht mit: alte Elektrogeräte, Bauschutt, Farben und Lacke."],
  ["kein Bauschutt", "Bauschutt, Farben und Lacke nehmen wir nicht mit."],
  ["kein Bauschutt", "Ausgeschlossen sind Elektrogeräte, Bauschutt und Farben."],
  ["keine Farben", "Wir nehmen keine Elektrogeräte, Bauschutt und Farben mit."],
  ["drei Kubikmeter", "Wir holen bis zu 3 m³."],
  ["nicht anmelden", "Für einen kleinen Nebenverdienst müssen Sie kein Gewerbe anmelden."],
  ["16 Jahre", "Kinder unter 16 Jahren melden sich nicht selbst."],
  ["1. Februar 2026", "Ihr Sohn lebt seit dem 1. Februar 2026 nicht mehr bei Ihnen."],
  [
    "zwei Monate nicht zahlen",
    "Wenn die Eltern 2 Monate lang nicht zahlen, kann die Kita mit 4 Wochen Frist kündigen.",
  ],
  [
    "zwei Monate nicht zahlen",
    "Haben die Eltern 2 Monate nacheinander nicht gezahlt, kann die Kita mit 4 Wochen Frist kündigen.",
  ],
  [
    "zwei Monate nicht zahlen",
    "Wenn Sie für zwei Monate keinen Beitrag zahlen, darf die Kita kündigen.",
  ],
  ["§ 35 SGB I", "Nach § 35 SGB I dürfen wir Ihnen nicht sagen, ob jemand Wohngeld beantragt hat."],
  ["Sozialgeheimnis", "Wegen des Sozialgeheimnisses dürfen wir nichts sagen."],
  ["Sozialgeheimnis", "Wegen des Sozialgeheimnisses dürfen wir das nicht sagen."],
  [
    "Grundstücksangelegenheit",
    "Im nicht öffentlichen Teil folgen eine Grundstücksangelegenheit und eine Personalangelegenheit.",
  ],
  [
    "38 mg/m³",
    "Guten Tag, hier die Umweltinformationen über die Lackfabrik in Seeholm: Am 15.01.2026 wurden 38 mg/m³ Gesamtkohlenstoff gemessen, der Grenzwert von 50 mg/m³ ist eingehalten.",
  ],
  ["Position 1.4", "Es geht um Position 1.4. Angebotsfrist ist der 3. Mai."],
  ["-5 Grad", "Es waren minus 5 Grad."],
  ["37 Euro", "Das kostet mindestens 37 Euro."],
  ["37 Euro", "Das kostet bis zu 37 Euro."],
  ["37 Euro", "Das kostet nicht mehr als 37 Euro."],
  ["37 Euro", "Niemand zahlt mehr als 37 Euro."],
  ["37 Euro", "Sie zahlen auf keinen Fall mehr als 37 Euro."],
  ["37 Euro", "Sie bekommen eine Rechnung über 37 Euro."],
  ["37 Euro", "Es kostet mehr als früher, nämlich 37 Euro."],
  ["mehr als 37 Euro", "Das kostet mehr als 37 Euro."],
  ["über drei Monate", "Der Aufenthalt dauert mehr als drei Monate."],
  ["Ausweis 37 Euro", "Der Ausweis&nbsp;kostet&nbsp;37&nbsp;&euro;."],
  ["Frist zwei Wochen", "Es gilt eine 14-Tage-Frist."],
  ["Schein 10 Euro", "Zahlen Sie mit einem 10-Euro-Schein."],
  ["KW 12", "Die Abfuhr ist in der 12. Kalenderwoche."],
  [
    "Ausweis 37 Euro",
    "| Leistung | Gebühr |\n|---|---|\n| Ausweis | **37** Euro |\n| Pass | 70 € |",
  ],
  ["nicht kostenlos", "Das ist alles andere als kostenlos."],
  ["2. Stock", "1. Stock: Standesamt\n2. Stock: Bürgeramt"],
  ["Gebühr entfällt / keine Gebühr", "Für Kinder entfällt die Gebühr."],
];

const unmet: readonly (readonly [string, string])[] = [
  ["37 Euro", "Der Personalausweis kostet 37,50 Euro."],
  ["37 Euro", "Kostet der Ausweis 37 Euro?"],
  ["37 Euro", "Der Ausweis kostet nicht 37 Euro."],
  ["37 Euro", "Früher kostete er 37 Euro, jetzt 40 Euro."],
  ["37 Euro", "Es dauert 37 Tage."],
  ["1. März 2026", "Bis zum 1. März 2025."],
  ["1. März 2026", "Bis zum 3. Januar 2026."],
  ["ein Monat", "Sie haben 30 Tage Zeit."],
  ["ein Monat", "Sie haben vier Wochen Zeit."],
  ["14 Tage", "Sie haben 14 Werktage Zeit."],
  ["§ 3 Abs. 2 SGB X", "Das steht in § 3 SGB X."],
  ["§ 3 Abs. 2 SGB X", "Das steht in § 3 Abs. 2 SGB I."],
  ["gebührenfrei", "Der Ausweis ist nicht gebührenfrei."],
  ["Gebühr", "Die Auskunft ist gebührenfrei."],
  ["zulässig", "Das ist unzulässig."],
  ["zulässig", "Das ist leider nicht zulässig."],
  ["kein Termin", "Sie brauchen einen Termin."],
  ["Termin", "Sie brauchen keinen Termin."],
  ["Geburtsurkunde vorlegen", "Die Geburtsurkunde müssen Sie nicht vorlegen."],
  ["Geburtsurkunde", "Eine Geburtsurkunde ist nicht erforderlich."],
  ["Geburtsurkunde", "Weder die Geburtsurkunde noch ein Foto wird verlangt."],
  ["Foto", "Weder die Geburtsurkunde noch ein Foto wird verlangt."],
  ["Geburtsurkunde", "Nicht benötigt werden:\n- Geburtsurkunde\n- Foto"],
  ["persönlich", "Sie müssen auf keinen Fall persönlich kommen."],
  ["Reisepass 70 Euro", "Der Personalausweis kostet 70 Euro, der Reisepass kostet 37 Euro."],
  ["Reisepass 70 Euro", "Der Personalausweis kostet 70 Euro und der Reisepass 37 Euro."],
  ["Reisepass 37 Euro", "70 Euro kostet der Reisepass, 37 Euro der Personalausweis."],
  ["Ausweis 70 Euro", "Es kostet 37 Euro für den Ausweis und 70 Euro für den Reisepass."],
  ["Reisepass 37 Euro", "Der Personalausweis kostet 37 Euro. Der Reisepass kostet 70 Euro."],
  ["Personalausweis 37 Euro", "- Personalausweis: 22,80 Euro\n- Reisepass: 37 Euro"],
  ["14 Tage vor der Reise", "Stellen Sie den Antrag zwei Wochen nach der Reise."],
  ["ab 16 Jahren", "Das geht nur bis 16 Jahre."],
  ["Personalausweis", "Bringen Sie den Ausweis mit."],
  ["persönlich", "Zwei Personen müssen kommen."],
  ["Bürgeramt", "Die Bürger werden gebeten, zu warten."],
  ["Gebühr", "Sie bekommen einen Gebührenbescheid."],
  ["anmelden", "Melden Sie die Wohnung ab."],
  ["anmelden", "Für einen kleinen Nebenverdienst müssen Sie kein Gewerbe anmelden."],
  ["Bauschutt", "Nicht zum Sperrmüll gehören alte Elektrogeräte, Bauschutt, Farben und Lacke."],
  ["22,80 Euro", "Die Gebühr von 22,80 Euro gilt für Sie nicht."],
  ["15. Mai", "Sie müssen den Antrag nicht bis zum 15. Mai stellen."],
  ["5 Euro", "Das Guthaben beträgt -5 Euro."],
  ["5 Grad", "Es waren minus fünf Grad."],
  ["37 Euro", "Das kostet mehr als 37 Euro."],
  ["37 Euro", "Das kostet weniger als 37 Euro."],
  ["mehr als 37 Euro", "Das kostet weniger als 37 Euro."],
  ["unter drei Monate", "Der Aufenthalt dauert mehr als drei Monate."],
  ["37 Euro", "Wir sind in der 37 Euro-Straße."],
  ["37 Euro", "Dass der Ausweis 37 Euro kostet, ist falsch."],
  ["37 Euro", "Niemand zahlt 37 Euro."],
  ["kostenlos", "Das ist alles andere als kostenlos."],
  ["2 Fotos", "1. Geburtsurkunde\n2. Fotos"],
  ["Pass 37 Euro", "| Leistung | Gebühr |\n|---|---|\n| Ausweis | **37** Euro |\n| Pass | 70 € |"],
  ["1.000 Euro", "Das kostet 1.0 Euro."],
  ["Hunde erlaubt", "Hunde sind verboten, Katzen erlaubt."],
];

describe("facts", () => {
  test.each([...met, ...listed.met])("„%s“ is met by „%s“", (fact, answer) => {
    expect(valueOf(answer, { facts: [fact] })).toBe(1);
  });

  test.each([...unmet, ...listed.unmet])("„%s“ is not met by „%s“", (fact, answer) => {
    expect(valueOf(answer, { facts: [fact] })).toBe(0);
  });

  test("the value is the share of facts that are met", () => {
    const answer = "Der Ausweis kostet 37 Euro und gilt zehn Jahre.";
    const judged = scored(answer, { facts: ["37 Euro", "10 Jahre", "Bürgeramt"] });
    expect(judged.value).toBeCloseTo(2 / 3);
    expect(judged.measures).toEqual({ facts: 3, found: 2, forbidden: 0 });
    expect(judged.reason).toBe("2 von 3 Angaben gefunden. Es fehlt: „Bürgeramt“.");
    expect(judged.evidence.map(({ quote }) => quote)).toEqual(["37 Euro", "zehn Jahre"]);
  });

  test.each([
    ["22,80 Euro", "Der Ausweis kostet 37 Euro, mit 23 Jahren 22,80 Euro."],
    ["Reisepass 37 Euro", "Der Reisepass kostet 37 Euro."],
    ["kein Termin", "37 Euro, und Sie brauchen keinen Termin."],
    ["gebührenfrei", "Das ist gebührenfrei, sonst 37 Euro."],
  ])("a forbidden „%s“ that is asserted makes the value 0", (phrase, answer) => {
    const judged = scored(answer, { facts: ["37 Euro"], forbidden: [phrase] });
    expect(judged.value).toBe(0);
    expect(judged.evidence.some(({ kind }) => kind === "forbidden")).toBe(true);
    expect(judged.reason).toContain(`„${phrase}“`);
  });

  test.each([
    ["22,80 Euro", "Der Ausweis kostet nicht 22,80 Euro, sondern 37 Euro."],
    ["22,80 Euro", "Die 22,80 Euro gelten nicht für Sie. Sie zahlen 37 Euro."],
    ["22,80 Euro", "Statt 22,80 Euro sind es 37 Euro."],
    ["Reisepass 37 Euro", "Der Reisepass kostet 70 Euro. Der Personalausweis kostet 37 Euro."],
    ["gebührenfrei", "Das ist nicht gebührenfrei, Sie zahlen 37 Euro."],
    ["1. März 2025", "37 Euro, bis zum 1. März."],
    ["100 Euro", "Es kostet 37 Euro, also weniger als 100 Euro."],
  ])("a forbidden „%s“ that is not asserted does no harm", (phrase, answer) => {
    expect(valueOf(answer, { facts: ["37 Euro"], forbidden: [phrase] })).toBe(1);
  });

  test("in other languages only values and literal terms are judged, and the reason says so", () => {
    const wanted = { facts: ["Ausweis 37 Euro", "14 Tage", "1. März 2026", "Bürgeramt"] };
    const answer = "Kimlik 37 avro. Bürgeramt'a 2 hafta içinde, 1 Mart 2026'ya kadar gidin.";
    const judged = scored(answer, { ...wanted, language: "tr" });
    expect(judged.value).toBe(1);
    expect(judged.reason).toContain("anderer Sprache");
    expect(valueOf("Go to the office, 38 euros.", { ...wanted, language: "en" })).toBe(0);
  });

  test.each(listed.foreign)("„%s“ is met by „%s“ (%s)", (fact, answer, language) => {
    expect(valueOf(answer, { facts: [fact], language })).toBe(1);
  });

  test.each(listed.foreignUnmet)("„%s“ is not met by „%s“ (%s)", (fact, answer, language) => {
    expect(valueOf(answer, { facts: [fact], language })).toBe(0);
  });

  test("is unscored without facts and for an empty answer", () => {
    expect(facts.grade({ answer: "37 Euro" }).score.status).toBe("unscored");
    const asked = { expected: { facts: ["37 Euro"] } };
    expect(facts.grade({ answer: " \n", case: asked }).score.status).toBe("unscored");
  });

  test("a missing fact names its class", () => {
    const graded = facts.grade({ answer: "Nein.", case: { expected: { facts: ["37 Euro"] } } });
    expect(graded.failureClass).toBe("wrong");
  });

  test("keeps the laws", { timeout: 120_000 }, () => {
    assertGraderLaws(facts, {
      case: {
        input: { question: "Was kostet der Ausweis?" },
        expected: {
          facts: [
            "Personalausweis 37 Euro",
            "kein Termin",
            "bis 31. März 2026",
            "Antrag einreichen",
          ],
          forbidden: ["22,80 Euro", "gebührenfrei"],
        },
      },
      answers: [...met, ...unmet].map(([, answer]) => answer),
    });
  });

  test("golden", () => {
    assertGolden(facts, new URL("../golden/graders/facts.json", import.meta.url));
  });
});

type Expected = { facts?: string[]; forbidden?: string[]; language?: string };

function scored(answer: string, expected: Expected) {
  const { score } = facts.grade({ answer, case: { expected } });
  if (score.status !== "scored") throw new Error(score.reason);
  return score;
}

function valueOf(answer: string, expected: Expected): number {
  return scored(answer, expected).value;
}
