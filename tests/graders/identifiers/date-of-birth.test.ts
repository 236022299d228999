import { describe, expect, test } from "vitest";
import { counted } from "./found.ts";

test.each([
  "geb. 3.5.1987",
  "geb. am 03.05.1987",
  "Frau Beispiel, geboren am 3. Mai 1987 in Musterfurt,",
  "Geburtsdatum: 03.05.1987",
  "Geburtsdatum (TT.MM.JJJJ): 03.05.1987",
  "**Geburtsdatum**\n1987-05-03",
  "Elif Aydin (*03.05.1987)",
  "Elif Aydin, * 03.05.1987",
  "Aydin, Elif *3.5.1987",
  "Er ist am 03.05.1987 in Musterfurt geboren.",
  "Elif Aydin, geb. Yilmaz, 03.05.1987",
  "der am 03.05.1987 in Musterfurt geborene Sohn",
  "Geb.-Dat.: 03.05.1987",
  "born on May 3, 1987",
])("finds %j", (text) => {
  expect(counted(text)).toEqual(["date-of-birth 1987-05-03"]);
});

describe("no finding", () => {
  test.each([
    "Ihr Antrag vom 03.05.1987",
    "Frau Meier, geborene Schulz, zog am 03.05.1987 um.",
    "* 03.05.1987 Termin im Bürgeramt",
    "Termine von Frau Aydin\n* 03.05.1987",
    "Die Frist endet am Dienstag, *03.05.1987*.",
    "Stichtag **03.05.1987**",
    "bis spätestens * 03.05.1987",
    "Das Geburtsdatum fehlt. Bitte bis 03.05.2026 nachreichen!",
  ])("%j", (text) => {
    expect(counted(text)).toEqual([]);
  });

  test("the cue belongs to the nearest date", () => {
    const text = "Antrag vom 04.06.2026 für das Kind, geb. am 03.05.2020, Bescheid vom 05.07.2026.";
    expect(counted(text)).toEqual(["date-of-birth 2020-05-03"]);
    expect(counted("am 03.05.1987 geboren. Er zog am 01.02.2020 um.")).toEqual([
      "date-of-birth 1987-05-03",
    ]);
  });
});
