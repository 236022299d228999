import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeholderValues } from "../../../graders/personal-data/placeholder-values.ts";

function values(raw: string, pseudonymised: string): Record<string, readonly string[]> {
  return Object.fromEntries(placeholderValues(raw, pseudonymised));
}

const raw =
  "Vermerk vom 9. März 2026\nBetroffen: Malte Brinkhorst, geb. 14.03.1979, Gerberstieg 8, 2. OG, Tel. 0171 3920012\n" +
  "Frau Ostendorf beschwert sich. Seit dem Unfall schläft Herr Brinkhorst kaum. Antwort an Frau Ostendorf";
const pseudonymised =
  "Vermerk vom 9. März 2026\nBetroffen: [NAME_1], geb. [DATUM_1], [ADRESSE_1], Tel. [TELEFON_1]\n" +
  "[NAME_2] beschwert sich. Seit dem Unfall schläft [NAME_1] kaum. Antwort an [NAME_2]";
const learned = {
  NAME_1: ["Malte Brinkhorst", "Herr Brinkhorst"],
  DATUM_1: ["14.03.1979"],
  ADRESSE_1: ["Gerberstieg 8, 2. OG"],
  TELEFON_1: ["0171 3920012"],
  NAME_2: ["Frau Ostendorf"],
};

describe("learns the values", () => {
  test("from what stands beside the placeholders", () => {
    expect(values(raw, pseudonymised)).toEqual(learned);
  });

  test("whatever blanks, line ends and spelling of umlauts", () => {
    const other = pseudonymised.replaceAll("\n", " \r\n  ").normalize("NFD");
    expect(values(raw, other)).toEqual(learned);
  });

  test("at the very beginning and end, and of nothing but a placeholder", () => {
    expect(values("Frau Ostendorf fehlt bei Dr. Kai Aue", "[A] fehlt bei [B]")).toEqual({
      A: ["Frau Ostendorf"],
      B: ["Dr. Kai Aue"],
    });
    expect(values("Frau Ostendorf", "[A]")).toEqual({ A: ["Frau Ostendorf"] });
  });

  test("the last one up to the mark behind it, which may also stand inside", () => {
    expect(values("Es sind 1.320 Euro.", "Es sind [BETRAG].")).toEqual({ BETRAG: ["1.320 Euro"] });
  });

  test("at most four spellings of one", () => {
    const names = ["Aue", "Bär", "Cis", "Dor", "Eck"];
    const text = names.map((name) => `Hier ist ${name}, `).join("");
    const [known] = Object.values(values(text, "Hier ist [A], ".repeat(5)));
    expect(known).toEqual(names.slice(0, 4));
  });
});

describe("skips what cannot be aligned", () => {
  test("the text in front differs, the next one is found again", () => {
    const changed = pseudonymised.replace("[TELEFON_1]\n", "[TELEFON_1], mobil\n");
    expect(values(raw, changed)).toEqual({ ...learned, TELEFON_1: [] });
  });

  test("a difference far from any placeholder costs nothing", () => {
    const changed = pseudonymised.replace("Vermerk vom 9. März 2026", "Aktenvermerk");
    expect(values(raw, changed)).toEqual(learned);
  });

  test("two touch", () => {
    expect(values("Elif Aydin kommt.", "[VORNAME][NAME] kommt.")).toEqual({
      VORNAME: [],
      NAME: [],
    });
  });

  test("another text, no text, a value too long or without letters", () => {
    expect(values("Etwas ganz anderes", "Guten Tag [A], alles gut.")).toEqual({ A: [] });
    expect(values("", "Guten Tag [A]")).toEqual({ A: [] });
    expect(values(`Name: ${"x".repeat(200)} Ende`, "Name: [A] Ende")).toEqual({ A: [] });
    expect(values("Name: – Ende", "Name: [A] Ende")).toEqual({ A: [] });
  });

  test("a bracket that the raw text has too is no placeholder", () => {
    expect(values("Frau Aue [siehe Anlage]", "[A] [siehe Anlage]")).toEqual({ A: ["Frau Aue"] });
  });
});

test("what was replaced is learned again", () => {
  const name = fc.constantFrom("Malte Brinkhorst", "Frau Ostendorf", "Gerberstieg 8", "0171 39200");
  const filling = fc.constantFrom(" wohnt in ", ", geb. ", " und dann ", "\nTelefon: ", "; ");
  fc.assert(
    fc.property(fc.array(fc.tuple(filling, name), { minLength: 1, maxLength: 12 }), (parts) => {
      const whole = `Akte${parts.flat().join("")} Schluss`;
      const masked = `Akte${parts.map(([text], at) => `${text}[P_${at}]`).join("")} Schluss`;
      const found = [...placeholderValues(whole, masked).values()];
      expect(found).toEqual(parts.map(([, value]) => [value]));
    }),
    { seed: 20_261_101 },
  );
});

describe("takes no quadratic time", () => {
  const many = (piece: (at: number) => string): string =>
    Array.from({ length: 20_000 }, (_, at) => piece(at)).join("");
  test.each([
    ["touching ones", "a".repeat(200_000), many((at) => `[N_${at}]`)],
    ["ones between blanks", "a ".repeat(100_000), many((at) => `[N_${at}] `)],
    ["anchors that never come", "a".repeat(200_000), many((at) => `[N_${at}] und dazu noch `)],
    ["anchors everywhere", "und dazu ".repeat(22_000), many((at) => `[N_${at}] und dazu `)],
    ["one name with many values", many((at) => `x${at}, `), "[N], ".repeat(20_000)],
    ["opening brackets", "[".repeat(200_000), "[A".repeat(100_000)],
    ["backslashes", "\\".repeat(200_000), "\\[A\\".repeat(50_000)],
  ])("%s", (_, rawText, masked) => {
    const before = process.cpuUsage();
    placeholderValues(rawText, masked);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(10_000);
  });
});
