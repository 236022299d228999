import { describe, expect, test } from "vitest";
import { letterForm } from "../../graders/letter-form.ts";
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

const bescheid = `Stadt Hohenfurth
Amt für Wohnen
Am Markt 1
00815 Hohenfurth

Frau
Erika Beispiel
Lindenweg 3
00815 Hohenfurth

Aktenzeichen: WG-4711/26
Hohenfurth, den 3. Mai 2026

**Bescheid über Wohngeld**

Sehr geehrte Frau Beispiel,

wir bewilligen Ihnen ab dem 1. Juni 2026 Wohngeld in Höhe von 214 Euro im Monat.

Begründung

Ihr Einkommen liegt unter der Grenze des Wohngeldgesetzes. Die Miete haben wir berücksichtigt.

Rechtsbehelfsbelehrung

Gegen diesen Bescheid können Sie innerhalb eines Monats nach Bekanntgabe Widerspruch erheben. Der Widerspruch ist schriftlich, in elektronischer Form oder zur Niederschrift bei der Stadt Hohenfurth, Am Markt 1, 00815 Hohenfurth einzulegen.

Mit freundlichen Grüßen

Im Auftrag
Max Muster`;
const brief = `Herrn
Max Muster
Lindenweg 3
00815 Hohenfurth

12.05.2026

Ihr Antrag auf einen Parkausweis

Sehr geehrter Herr Muster,

vielen Dank für Ihren Antrag. Bitte senden Sie uns noch ein Foto.

Mit freundlichen Grüßen
Erika Beispiel`;
const widerspruch = {
  law: "VwGO",
  remedy: "Widerspruch",
  authority: "Stadt Hohenfurth",
  seat: "Hohenfurth",
};

function scored(answer: string, remedy?: Record<string, string>, options?: unknown) {
  const graded = { expected: remedy === undefined ? {} : { remedy } };
  const { score } = letterForm.grade({ answer, case: graded }, { options });
  if (score.status !== "scored") throw new Error(score.reason);
  return score;
}

/** Titles of the parts that the reason names as missing. */
function missing(answer: string, remedy?: Record<string, string>, options?: unknown): string {
  const { reason } = scored(answer, remedy, options);
  return Array.from(reason.matchAll(/es fehlt: ([^.]+)\./gu), ([, parts]) => parts).join("; ");
}

/** A letter with nothing but an instruction. */
const instructed = (text: string): string => `Rechtsbehelfsbelehrung\n${text}`;
const only = { parts: ["operative"] };

describe("letter-form", () => {
  test("a whole Bescheid and a whole letter pass", () => {
    expect(scored(bescheid, widerspruch)).toMatchObject({
      value: 1,
      passed: true,
      measures: { partsDemanded: 13, partsFound: 13 },
    });
    expect(scored(brief)).toMatchObject({ value: 1, measures: { partsDemanded: 6 } });
    expect(scored(brief).reason).toContain("nicht geprüft, weil der Fall kein Verfahren nennt");
  });

  test("points at the parts", () => {
    const kinds = scored(bescheid, widerspruch).evidence.map(
      ({ kind, quote }) => `${kind}: ${quote}`,
    );
    expect(kinds).toEqual(
      expect.arrayContaining([
        "addressee: Frau",
        "reference: Aktenzeichen: WG-4711/26",
        "date: Hohenfurth, den 3. Mai 2026",
        "subject: Bescheid über Wohngeld",
        "salutation: Sehr geehrte Frau Beispiel,",
        "operative: wir bewilligen",
        "reasons: Begründung",
        "period: eines Monats",
        "remedy: Widerspruch",
        "closing: Mit freundlichen Grüßen",
        "signature: Max Muster",
      ]),
    );
  });

  test.each([
    ["Frau\nErika Beispiel\nLindenweg 3\n00815 Hohenfurth", "Empfänger"],
    ["Aktenzeichen: WG-4711/26", "Zeichen (Aktenzeichen)"],
    ["Hohenfurth, den 3. Mai 2026", "Datum"],
    ["**Bescheid über Wohngeld**", "Betreff"],
    ["Sehr geehrte Frau Beispiel,", "Anrede"],
    [
      "wir bewilligen Ihnen ab dem 1. Juni 2026 Wohngeld in Höhe von 214 Euro im Monat.",
      "Entscheidung (Tenor)",
    ],
    [
      "Ihr Einkommen liegt unter der Grenze des Wohngeldgesetzes. Die Miete haben wir berücksichtigt.",
      "Begründung",
    ],
    ["Mit freundlichen Grüßen", "Grußformel"],
    ["\nIm Auftrag\nMax Muster", "Unterschrift oder Name"],
    ["innerhalb eines Monats nach Bekanntgabe ", "Frist"],
  ])("misses %j: %s", (part, title) => {
    expect(bescheid).toContain(part);
    expect(missing(bescheid.replace(part, ""), widerspruch)).toBe(title);
  });

  test.each([
    ["Aktenzeichen: WG-4711/26", "**Aktenzeichen:** WG-4711/26"],
    ["Hohenfurth, den 3. Mai 2026", "**Datum:** 03.05.2026"],
    ["Frau\nErika Beispiel", "z. Hd. Erika Beispiel"],
    ["Frau\nErika Beispiel", "Erika Beispiel"],
    ["\nIm Auftrag\nMax Muster", "i. A. Max Muster"],
    ["Mit freundlichen Grüßen\n\nIm Auftrag\nMax Muster", "Freundliche Grüße, Max Muster"],
    ["Begründung\n\n", "Warum wir so entscheiden\n\n"],
    ["Begründung\n\nIhr Einkommen liegt", "Der Grund ist Ihr Einkommen. Es liegt"],
    ["wir bewilligen Ihnen", "Sie erhalten von uns"],
    ["wir bewilligen Ihnen", "die Stadt Hohenfurth gewährt Ihnen"],
  ])("finds a part said in other words: %j, %j", (part, other) => {
    expect(bescheid).toContain(part);
    expect(missing(bescheid.replace(part, other), widerspruch)).toBe("");
  });

  test.each([
    ["Hohenfurth, den 3. Mai 2026", "Ihr Antrag vom 3. Mai 2026", "Datum"],
    ["\nIm Auftrag\nMax Muster", "\ni. A.", "Unterschrift oder Name"],
    ["\nIm Auftrag\nMax Muster", "\nIm Auftrag", "Unterschrift oder Name"],
    ["wir bewilligen Ihnen", "über Ihren Antrag entscheiden wir bald:", "Entscheidung (Tenor)"],
    ["Aktenzeichen: WG-4711/26", "Aktenzeichen:", "Zeichen (Aktenzeichen)"],
    ["Frau\nErika Beispiel\n", "Amt für Wohnen\n", "Empfänger"],
  ])("does not take %j, %j for it", (part, other, title) => {
    expect(bescheid).toContain(part);
    expect(missing(bescheid.replace(part, other), widerspruch)).toBe(title);
  });

  test("reads a letter whose instruction stands below the signature", () => {
    const [above, instruction = "", below = ""] = bescheid.split(
      /(Rechtsbehelfsbelehrung[\s\S]*einzulegen\.)/u,
    );
    expect(missing(`${above}${below}\n\n${instruction}`, widerspruch)).toBe("");
    expect(missing(`${above}\n\nMit freundlichen Grüßen\n\n${instruction}`, widerspruch)).toBe(
      "Unterschrift oder Name",
    );
  });

  test("without the instruction all of its parts are missing", () => {
    const cut = bescheid.replace(/Rechtsbehelfsbelehrung[\s\S]*einzulegen\./u, "");
    expect(missing(cut, widerspruch)).toBe("Rechtsbehelf, Behörde oder Gericht, Sitz, Frist");
  });

  test.each([
    [
      "VwGO",
      "Widerspruch",
      "Sie können binnen eines Monats bei der Stadt Hohenfurth Widerspruch einlegen.",
      "",
    ],
    [
      "VwGO",
      "Widerspruch",
      "Sie können binnen zwei Wochen bei der Stadt Hohenfurth Widerspruch einlegen.",
      "Frist",
    ],
    [
      "VwGO",
      "Widerspruch",
      "Sie können binnen vier Wochen bei der Stadt Hohenfurth Widerspruch einlegen.",
      "Frist",
    ],
    [
      "VwGO",
      "Widerspruch",
      "Sie können binnen eines Monats bei der Stadt Hohenfurth Einspruch einlegen.",
      "Rechtsbehelf",
    ],
    [
      "VwGO",
      "Widerspruch",
      "Sie können binnen eines Monats bei der Behörde Widerspruch einlegen.",
      "Behörde oder Gericht, Sitz",
    ],
    [
      "VwGO",
      "Klage",
      "Sie können innerhalb von 1 Monat beim Verwaltungsgericht Hohenfurth Klage erheben.",
      "",
    ],
    [
      "VwGO",
      "Klage",
      "Sie können innerhalb von 1 Monat bei der Stadt Hohenfurth Klage erheben.",
      "Behörde oder Gericht",
    ],
    [
      "SGB",
      "Widerspruch",
      "Sie können binnen eines Monats beim Jobcenter Hohenfurth Widerspruch einlegen.",
      "Form",
    ],
    [
      "SGB",
      "Widerspruch",
      "Sie können binnen eines Monats beim Jobcenter Hohenfurth schriftlich oder zur Niederschrift Widerspruch einlegen.",
      "",
    ],
    [
      "AO",
      "Einspruch",
      "Sie können binnen eines Monats beim Finanzamt Hohenfurth Einspruch einlegen.",
      "",
    ],
    [
      "AO",
      "Einspruch",
      "Sie können binnen eines Monats beim Finanzamt Hohenfurth Widerspruch einlegen.",
      "Rechtsbehelf",
    ],
  ])("%s, %s: %s", (law, remedy, text, expected) => {
    const parts = missing(instructed(text), { law, remedy }, only).replace(
      "Entscheidung (Tenor)",
      "",
    );
    expect(parts.replace(/^; /u, "")).toBe(expected);
  });

  test("looks for the authority, seat and period that the case names", () => {
    const text = instructed(
      "Sie können binnen sechs Wochen beim Amt Neustein Widerspruch einlegen.",
    );
    const remedy = {
      law: "VwGO",
      remedy: "Widerspruch",
      authority: "Amt Neustein",
      seat: "Neustein",
    };
    expect(missing(text, { ...remedy, period: "sechs Wochen" }, only)).toBe("Entscheidung (Tenor)");
    expect(missing(text, { ...remedy, seat: "Hohenfurth" }, only)).toContain("Sitz, Frist");
    expect(scored(text, remedy, only).reason).toContain(
      "Genannt ist „sechs Wochen“, richtig ist „ein Monat“ (§ 70 Abs. 1 VwGO)",
    );
  });

  test("mentions a form that is too narrow without counting it", () => {
    const text = bescheid.replace(
      "schriftlich, in elektronischer Form oder zur Niederschrift",
      "schriftlich",
    );
    expect(scored(text, widerspruch).value).toBe(1);
    expect(scored(text, widerspruch).reason).toContain(
      "§ 70 Abs. 1 VwGO lässt auch die Niederschrift zu",
    );
    expect(scored(bescheid, widerspruch).reason).not.toContain("Hinweis");
  });

  test("a remedy that the letter excludes is none", () => {
    const denied = bescheid
      .replace("Widerspruch erheben.", "handeln.")
      .replace(
        "Der Widerspruch ist schriftlich",
        "Ein Widerspruch ist nicht möglich, auch nicht schriftlich",
      );
    expect(missing(denied, widerspruch)).toContain("Rechtsbehelf");
  });

  test("finds an instruction without a heading", () => {
    const text =
      "Sehr geehrte Frau Beispiel, wir lehnen Ihren Antrag ab. Sie können binnen eines Monats Widerspruch beim Jobcenter Hohenfurth, Am Markt 1, erheben.";
    expect(missing(text, { law: "VwGO", remedy: "Widerspruch" }, only)).toBe("");
    const none = "Wir lehnen das ab. Dagegen ist kein Widerspruch möglich.";
    expect(missing(none, { law: "VwGO", remedy: "Widerspruch" }, only)).toContain("Rechtsbehelf,");
  });

  test("takes the kind and the parts from the options", () => {
    expect(missing(brief, undefined, { kind: "bescheid" })).toBe(
      "Zeichen (Aktenzeichen), Entscheidung (Tenor), Begründung",
    );
    expect(scored("Hallo Max,\nalles gut.", undefined, { parts: ["salutation"] }).value).toBe(1);
  });

  test("without a salutation a sentence is no subject", () => {
    const subjectOf = (text: string): string[] =>
      scored(text).evidence.flatMap(({ kind, quote }) => (kind === "subject" ? [quote] : []));
    const body = "Wir haben Ihren Antrag geprüft und bewilligen ihn.";
    const end = "Mit freundlichen Grüßen\nErika Beispiel";
    expect(subjectOf(`Ihr Antrag auf Wohngeld\n\n${body}\n\n${end}`)).toEqual([
      "Ihr Antrag auf Wohngeld",
    ]);
    expect(subjectOf(`${body}\n\n${end}`)).toEqual([]);
  });

  test("reads placeholders", () => {
    const text =
      "[NAME_1]\n[ADRESSE_1]\n\n[DATUM_1]\n\nIhre Anfrage\n\nGuten Tag [NAME_1],\n\nwir helfen.\n\nViele Grüße\n[NAME_2]";
    expect(missing(text)).toBe("");
  });

  test.each([{ kind: "mail" }, { parts: ["stamp"] }, { parts: [] }, { law: "AO" }])(
    "refuses the options %j",
    (options) => {
      expect(letterForm.options.safeParse(options).success).toBe(false);
    },
  );

  test("is unscored without a word and for a remedy that the law does not know", () => {
    expect(letterForm.grade({ answer: "12" }).score.status).toBe("unscored");
    const graded = { expected: { remedy: { law: "AO", remedy: "Widerspruch" } } };
    expect(letterForm.grade({ answer: bescheid, case: graded }).score.status).toBe("unscored");
  });

  test("keeps the laws", () => {
    assertGraderLaws(letterForm, {
      case: { expected: { remedy: widerspruch } },
      answers: [bescheid, brief],
    });
  });

  test("golden", () => {
    assertGolden(letterForm, new URL("../golden/graders/letter-form.json", import.meta.url));
  });
});
