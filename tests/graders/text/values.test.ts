import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sameValue } from "../../../graders/text/values-same.ts";
import { readValues } from "../../../graders/text/values.ts";
import { hostileLine } from "../../helpers/hostile-texts.ts";

/** Text, and its values as `kind canonical`. */
const readings: readonly (readonly [string, readonly string[]])[] = [
  [
    "Sie dürfen zweimal, 2-mal oder 3 Mal verlängern.",
    ["quantity times 2", "quantity times 2", "quantity times 3"],
  ],
  ["Das geht einmal, 2 mal 22 Euro sind 44 Euro.", ["number 2", "money EUR 22", "money EUR 44"]],
  [
    "Die Frist sinkt von 25 auf 20 Jahre, also 20 statt 25 Jahre.",
    ["duration month 300", "duration month 240", "duration month 240", "duration month 300"],
  ],
  ["Der Raum ist Zimmer 3.08. Es waren 7 °C.", ["number 3.08", "quantity degree 7"]],
  [
    "from 8 am to 8 pm, a six-month stay, three working days",
    ["time 08:00", "time 20:00", "duration month 6", "duration workday 3"],
  ],
  ["Ich komme um 8 am Montag.", ["number 8"]],
  [
    "od 15.12 do 20.12, saat 8.30–12.45, od 8.30 do 14.00",
    ["number 15.12", "number 20.12", "time 08:30", "time 12:45", "time 08:30", "time 14:00"],
  ],
  ["Abgabe bis 12.ab morgen, bis 12.04", ["number 12", "date --04-12"]],
  ["1.234,50 €", ["money EUR 1234.5"]],
  ["1234,5 Euro", ["money EUR 1234.5"]],
  ["EUR 1 234,50", ["money EUR 1234.5"]],
  ["€1,234.50", ["money EUR 1234.5"]],
  ["€1,200", ["money EUR 1200"]],
  ["1,200 euros", ["money EUR 1200"]],
  ["37,- Euro", ["money EUR 37"]],
  ["37,--", ["money EUR 37"]],
  ["37.00 EUR", ["money EUR 37"]],
  ["siebenunddreißig Euro", ["money EUR 37"]],
  ["zweihundertfünfzig Euro", ["money EUR 250"]],
  ["einhundert Euro", ["money EUR 100"]],
  ["37 Euro 50", ["money EUR 37.5"]],
  ["37 Euro und 50 Cent", ["money EUR 37.5"]],
  ["3700 Cent", ["money EUR 37"]],
  ["1,5 Mio. Euro", ["money EUR 1500000"]],
  ["Gebühr in Euro: 22,80", ["money EUR 22.8"]],
  ["10 bis 35 Euro", ["money EUR 10", "money EUR 35"]],
  ["zwischen 10 und 35 Euro", ["money EUR 10", "money EUR 35"]],
  ["14 Tage", ["duration day 14"]],
  ["zwei Wochen", ["duration day 14"]],
  ["14-tägige Frist", ["duration day 14"]],
  ["zweiwöchige Frist", ["duration day 14"]],
  ["binnen eines Monats", ["duration month 1"]],
  ["Monatsfrist", ["duration month 1"]],
  ["30 Tage", ["duration day 30"]],
  ["ein halbes Jahr", ["duration month 6"]],
  ["anderthalb Jahre", ["duration month 18"]],
  ["12 Monate", ["duration month 12"]],
  ["ein Jahr", ["duration month 12"]],
  ["3 Werktage", ["duration working-day 3"]],
  ["vier bis sechs Wochen", ["duration day 28", "duration day 42"]],
  ["19 %", ["quantity percent 19"]],
  ["19 Prozent", ["quantity percent 19"]],
  ["5 v. H.", ["quantity percent 5"]],
  ["1,5 km", ["quantity metre 1500"]],
  ["45 m²", ["quantity square-metre 45"]],
  ["45 qm", ["quantity square-metre 45"]],
  ["3 m³", ["quantity litre 3000"]],
  ["50 mg/m³", ["quantity gram/litre 0.00005"]],
  ["1. März 2026", ["date 2026-03-01"]],
  ["01.03.2026", ["date 2026-03-01"]],
  ["1.3.26", ["date 2026-03-01"]],
  ["2026-03-01", ["date 2026-03-01"]],
  ["01.03.", ["date --03-01"]],
  ["Sonntag, der 1. Mrz. 2026", ["date 2026-03-01"]],
  ["March 1, 2026", ["date 2026-03-01"]],
  ["1 марта 2026 г.", ["date 2026-03-01"]],
  ["vom 1. bis 15. März 2026", ["date 2026-03-01", "date 2026-03-15"]],
  ["März 2026", ["month 2026-03"]],
  ["im März", []],
  ["31.02.2026", ["digit-code 31.02.2026"]],
  ["Position 1.4. Die Frist", ["number 1.4"]],
  ["9 Uhr", ["time 09:00"]],
  ["09.00 Uhr", ["time 09:00"]],
  ["9:00", ["time 09:00"]],
  ["9 Uhr 30", ["time 09:30"]],
  ["8–12 Uhr", ["time 08:00", "time 12:00"]],
  ["2:30 pm", ["time 14:30"]],
  ["Maßstab 1:25.000", ["number 1", "number 25000"]],
  ["§ 3 Abs. 2 Satz 1 SGB X", ["reference § 3 abs-2 satz-1 @sgbx"]],
  ["sec. 60 SGB I", ["reference § 60 @sgbi"]],
  ["Section 60 of the VwGO", ["reference § 60 @vwgo"]],
  ["Section 60 of Book I of the Social Code (SGB I)", ["reference § 60 @sgbi"]],
  ["Paragraf 3 Absatz 2 Satz 1 SGB 10", ["reference § 3 abs-2 satz-1 @sgbx"]],
  ["§ 58 (1) der Verwaltungsgerichtsordnung", ["reference § 58 abs-1 @vwgo"]],
  ["Art. 6 Abs. 1 Buchst. e DS-GVO", ["reference Art 6 abs-1 lit-e @dsgvo"]],
  ["§§ 3 und 4 VwVfG", ["reference § 3 @vwvfg", "reference § 4 @vwvfg"]],
  ["0341 / 123-45", ["digit-code 034112345"]],
  ["+49 (0)341 12345", ["digit-code 034112345"]],
  ["01067 Dresden", ["digit-code 01067"]],
  ["zwei Zeugen", ["number 2"]],
  ["im 2. Stock", ["number 2"]],
  ["im zweiten Stock", ["number 2"]],
  ["10.000 Einwohner", ["number 10000"]],
  ["two weeks", ["duration day 14"]],
  ["٣٧ يورو", ["money EUR 37"]],
  ["-5 Euro", ["money EUR -5"]],
  ["Saldo: −5,50 €", ["money EUR -5.5"]],
  ["Saldo (-5 Euro), **-6 Euro**", ["money EUR -5", "money EUR -6"]],
  ["minus 5 Grad", ["quantity degree -5"]],
  ["minus fünf Grad", ["quantity degree -5"]],
  ["-10 bis -5 Grad", ["quantity degree -10", "quantity degree -5"]],
  ["3-5 Euro", ["money EUR 3", "money EUR 5"]],
  ["3 -5 Euro", ["money EUR 3", "money EUR 5"]],
  ["3 Euro -5 Euro", ["money EUR 3", "money EUR 5"]],
  ["- 5 Euro", ["money EUR 5"]],
  ["Ausweis – 5 Euro", ["money EUR 5"]],
  ["Zimmer A-5", ["number 5"]],
  ["8 Uhr -12 Uhr", ["time 08:00", "time 12:00"]],
  ["Durchwahl -45", ["number 45"]],
  ["-01.03.2026", ["date 2026-03-01"]],
  ["37&nbsp;€, 38&#160;Euro, 39&#xA0;&euro;", ["money EUR 37", "money EUR 38", "money EUR 39"]],
  ["1&nbsp;234,50&euro;", ["money EUR 1234.5"]],
  ["&sect;&nbsp;3 SGB&nbsp;X", ["reference § 3 @sgbx"]],
  ["**37** Euro, *38* €, `39` EUR", ["money EUR 37", "money EUR 38", "money EUR 39"]],
  ["__37__ Euro, 38¹ Euro", ["money EUR 37", "money EUR 38"]],
  ["3*4 Meter", ["number 3", "quantity metre 4"]],
  ["37 Euro-Straße", ["number 37"]],
  ["10-Euro-Schein", ["money EUR 10"]],
  ["14-Tage-Frist", ["duration day 14"]],
  ["Zwei-Wochen-Frist", ["duration day 14"]],
  ["zehn (10) Jahre", ["duration month 120"]],
  ["10 (zehn) Jahre", ["duration month 120"]],
  ["10 (elf) Jahre", ["number 10", "number 11"]],
  ["fuenf Tage und zwoelf Monate", ["duration day 5", "duration month 12"]],
  ["vierzehntägig, 14tägig, 14-täglich", ["duration day 14", "duration day 14", "duration day 14"]],
  ["½ Jahr, 1½ Jahre", ["duration month 6", "duration month 18"]],
  ["1 Stunde 30 Minuten", ["duration minute 90"]],
  ["eine Stunde und 30 Minuten", ["duration minute 90"]],
  ["zwölfhundert Euro", ["money EUR 1200"]],
  ["zwei Euro fünfzig", ["money EUR 2.5"]],
  ["zwei Euro zehn Tage lang", ["money EUR 2", "duration day 10"]],
  ["1'234.50 Euro", ["money EUR 1234.5"]],
  ["2.500,-- €", ["money EUR 2500"]],
  ["1'200.- Franken", ["money CHF 1200"]],
  ["am 3.-5. März", ["date --03-03", "date --03-05"]],
  ["1.000 Euro, 1.0 Euro", ["money EUR 1000", "money EUR 1"]],
  ["halb neun, halb 9 Uhr", ["time 08:30", "time 08:30"]],
  ["ein halb, halb 2 Liter", ["quantity litre 2"]],
  ["2 Uhr nachmittags, 12 Uhr abends", ["time 14:00", "time 12:00"]],
  ["KW 12 und 13. Kalenderwoche", ["quantity calendar-week 12", "quantity calendar-week 13"]],
  ["12 KW, KW 54", ["quantity watt 12000", "number 54"]],
  ["§ 3 und § 4 SGB X", ["reference § 3 @sgbx", "reference § 4 @sgbx"]],
  ["§ 3 und Art. 6 DSGVO", ["reference § 3", "reference Art 6 @dsgvo"]],
  ["§§ 3, 4 u. 5 SGB X", ["reference § 3 @sgbx", "reference § 4 @sgbx", "reference § 5 @sgbx"]],
  ["§§ 3 ff. SGB X", ["reference § 3 @sgbx"]],
  ["(§ 823 I)", ["reference § 823 abs-1"]],
  ["Art. 6 I lit. e DSGVO", ["reference Art 6 abs-1 lit-e @dsgvo"]],
  ["Art. 6 (1) e) DS-GVO", ["reference Art 6 abs-1 lit-e @dsgvo"]],
  ["Einen schönen Tag, ein Antrag, einmal, allein", []],
];

describe("readValues", () => {
  test.each(readings)("reads %s", (text, values) => {
    expect(readValues(text).map(({ kind, canonical }) => `${kind} ${canonical}`)).toEqual(values);
  });

  test("says where a value stands", () => {
    const text = "Bis zum 1. März 2026 sind 1.234,50 € zu zahlen.";
    expect(readValues(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "1. März 2026",
      "1.234,50 €",
    ]);
  });

  test("says where a value with HTML entities and emphasis stands", () => {
    const text = "Das kostet **37**&nbsp;&euro;, also -5&#160;Euro.";
    expect(readValues(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "37**&nbsp;&euro;",
      "-5&#160;Euro",
    ]);
  });

  test("reads back every amount in every spelling", () => {
    const amounts = fc.integer({ min: 1, max: 99_999_999 });
    fc.assert(
      fc.property(amounts, (cents) => {
        const amount = cents / 100;
        const german = amount.toLocaleString("de-DE", { minimumFractionDigits: 2 });
        const spellings = [
          `${german} €`,
          `EUR ${german}`,
          `${german.replaceAll(".", " ")} Euro`,
          `${amount.toFixed(2)} EUR`,
          `€${amount.toLocaleString("en-US", { minimumFractionDigits: 2 })}`,
        ];
        for (const spelling of spellings) {
          expect({ spelling, values: readValues(spelling) }).toMatchObject({
            spelling,
            values: [{ canonical: `EUR ${amount}` }],
          });
        }
      }),
      { seed: 20_261_101, numRuns: 300 },
    );
  });

  test("reads back every day in every spelling", () => {
    const days = fc.date({
      min: new Date("1971-01-01"),
      max: new Date("2068-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString().slice(0, 10);
        const [year = "", month = "", date = ""] = iso.split("-");
        const long = day.toLocaleDateString("de-DE", { dateStyle: "long", timeZone: "UTC" });
        const spellings = [
          iso,
          long,
          `${date}.${month}.${year}`,
          `${Number(date)}.${Number(month)}.${year.slice(2)}`,
          `${Number(date)}. ${Number(month)}. ${year}`,
        ];
        for (const spelling of spellings) {
          expect({ spelling, values: readValues(spelling) }).toMatchObject({
            spelling,
            values: [{ kind: "date", canonical: iso }],
          });
        }
      }),
      { seed: 20_261_101, numRuns: 300 },
    );
  });

  test("never throws, and values neither overlap nor leave the text", () => {
    const pieces = [
      "§ 3",
      "Abs. 2",
      "37",
      ",",
      ".",
      "-",
      "Euro",
      "Uhr",
      "bis",
      "März",
      "2026",
      "0341",
      "/",
      "zwei",
      "\n",
      "%",
    ];
    const texts = fc.oneof(
      fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(" ")),
      fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join("")),
      fc.string({ unit: "binary", maxLength: 100 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let before = 0;
        for (const { start, end } of readValues(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = end;
        }
        expect(before).toBeLessThanOrEqual(text.length);
      }),
      { seed: 20_261_101, numRuns: 2000 },
    );
  });

  test("200 000 hostile characters do not hang it", () => {
    for (const [name, piece] of Object.entries(hostileLine)) {
      const text = piece.repeat(Math.ceil(200_000 / piece.length));
      const before = process.cpuUsage();
      readValues(text);
      const { user, system } = process.cpuUsage(before);
      const isFast = (user + system) / 1000 < 10_000;
      expect({ name, isFast }).toEqual({ name, isFast: true });
    }
  });
});

describe("sameValue", () => {
  test.each([
    ["1. März", "1. März 2026", true],
    ["1. März 2026", "01.03.", true],
    ["1. März 2026", "1. März 2025", false],
    ["§ 3 SGB X", "§ 3 Abs. 2 SGB X", true],
    ["§ 3 Abs. 2 SGB X", "§ 3 SGB X", false],
    ["16", "16 Jahre", true],
    ["16", "16 Euro", false],
    ["2026", "1. März 2026", true],
    ["ein Monat", "30 Tage", false],
    ["ein Monat", "vier Wochen", false],
    ["24 Stunden", "ein Tag", false],
    ["37 Euro", "37 Dollar", false],
  ])("%s is met by %s: %s", (wanted, found, expected) => {
    const [a, b] = [readValues(wanted)[0], readValues(found)[0]];
    expect(a !== undefined && b !== undefined && sameValue(a, b)).toBe(expected);
  });
});
