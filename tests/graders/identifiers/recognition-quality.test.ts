import { describe, expect, test } from "vitest";
import type { IdentifierKind } from "../../../graders/identifiers/finding.ts";
import { recognise } from "../../../graders/identifiers/recognise.ts";

/**
 * Recall and precision on numbers that this test makes itself, with check digits found by search
 * over the ten candidates and arithmetic of its own, so that a mistake in the recognisers does not
 * hide itself. Gate of the project: 95 % each.
 */
const gate = 0.95;
const perKind = 60;

interface Sample {
  readonly kind: IdentifierKind;
  readonly value: string;
  readonly text: string;
}

const random = mulberry(20_261_101);

describe("recall on valid numbers in odd spelling", () => {
  for (const [kind, { make, frames }] of Object.entries(makers())) {
    test(`recall of ${kind}`, () => {
      const samples = Array.from({ length: perKind }, (): Sample => {
        const value = make();
        const text = pick(frames).replace("#", () => oddly(value));
        return { kind: kind as IdentifierKind, value, text };
      });
      const missed = samples.filter((sample) => !isFound(sample));
      const recall = 1 - missed.length / samples.length;
      expect(recall >= gate ? "enough" : `recall ${recall}\n${shown(missed)}`).toBe("enough");
    });
  }
});

test("precision over valid numbers and near misses together", () => {
  const kinds = Object.entries(makers());
  const right = kinds.flatMap(([kind, { make, frames }]) =>
    Array.from({ length: perKind }, (): Sample => {
      const value = make();
      return {
        kind: kind as IdentifierKind,
        value,
        text: pick(frames).replace("#", () => oddly(value)),
      };
    }),
  );
  const wrong = nearMisses(perKind * kinds.length);
  const hits = right.filter(isFound).length;
  const strays = right.flatMap(({ text, value }) =>
    recognise(text).filter((found) => found.counts && found.value !== value),
  );
  const alarms = wrong.filter((text) => recognise(text).some(({ counts }) => counts));
  const precision = hits / (hits + strays.length + alarms.length);
  const falseShare = alarms.length / wrong.length;
  const isEnough = precision >= gate && falseShare <= 1 - gate;
  const report = `precision ${precision}, false alarms ${falseShare}\n${alarms.slice(0, 20).join("\n")}`;
  expect(isEnough ? "enough" : report).toBe("enough");
});

function isFound({ kind, value, text }: Sample): boolean {
  return recognise(text).some(
    (found) => found.counts && found.kind === kind && found.value === value,
  );
}

function shown(missed: readonly Sample[]): string {
  return missed.map(({ value, text }) => `${value} in ${JSON.stringify(text)}`).join("\n");
}

interface Maker {
  readonly make: () => string;
  readonly frames: readonly string[];
}

const open = [
  "#",
  "Die Nummer # liegt uns vor.",
  "Herr Beispiel (#) bat am 3. Mai 2026 um Rückruf.",
  "Ich habe 2 Fragen: 1. Stimmt #? 2. Was kostet es?",
  "Vermerk:\n- #\n- 37,00 Euro bezahlt",
  "| Feld | Wert |\n|---|---|\n| Kennung | # |",
  "wie besprochen – # – bis 30.11.2026",
];

function makers(): Readonly<Record<string, Maker>> {
  const cued = (...cues: string[]): string[] =>
    cues.flatMap((cue) => [`${cue}: #`, `${cue} # fehlt.`, `Ihre ${cue} lautet\n#.`]);
  return {
    iban: { make: iban, frames: [...open, ...cued("IBAN")] },
    "tax-id": { make: taxId, frames: [...open, ...cued("Steuer-ID", "IdNr.")] },
    "vat-id": { make: vatId, frames: [...open, ...cued("USt-IdNr.")] },
    "pension-number": {
      make: pensionNumber,
      frames: [...open, ...cued("Rentenversicherungsnummer")],
    },
    "health-insurance-number": {
      make: healthNumber,
      frames: [...cued("Versichertennummer", "KVNR"), "Die Krankenkasse führt Sie als #."],
    },
    "doctor-number": { make: doctorNumber, frames: cued("LANR", "Arztnummer") },
  };
}

/** Upper or lower case, groups of any size, any of the gaps people and models write. */
function oddly(value: string): string {
  const gap = pick(["", " ", "\u00a0", "\u202f", "-", "\u2011", ".", "\n", " - ", "/", "\u200b"]);
  const size = pick([2, 3, 4, 5]);
  const groups = value.match(new RegExp(`.{1,${size}}`, "gu")) ?? [value];
  const joined = gap === "\n" ? brokenOnce(groups) : groups.join(gap);
  return random() < 0.3 ? joined.toLowerCase() : joined;
}

function brokenOnce(groups: readonly string[]): string {
  const middle = Math.ceil(groups.length / 2);
  return `${groups.slice(0, middle).join(" ")}\n${groups.slice(middle).join(" ")}`;
}

function iban(): string {
  const account = digits(18);
  const check = 98n - (BigInt(`${account}131400`) % 97n);
  return `DE${String(check).padStart(2, "0")}${account}`;
}

/** ISO 7064 MOD 11,10 in its other form: the whole number, check digit included, leads to 1. */
function completed1110(body: string): string {
  const number = Array.from("0123456789", (digit) => body + digit).find((candidate) => {
    let state = 10;
    for (const digit of candidate.slice(0, -1)) {
      const sum = (state + Number(digit)) % 10;
      state = ((sum === 0 ? 10 : sum) * 2) % 11;
    }
    return (state + Number(candidate.at(-1))) % 10 === 1;
  });
  if (number === undefined) throw new Error(`no check digit for ${body}`);
  return number;
}

function taxId(): string {
  const pool = shuffled(Array.from("0123456789"));
  const repeats = random() < 0.5 ? 2 : 3;
  const used = pool.slice(0, 11 - repeats);
  const body = shuffled([
    ...used,
    ...Array.from({ length: repeats - 1 }, () => used[0] ?? "1"),
  ]).join("");
  return body.startsWith("0") ? taxId() : completed1110(body);
}

function vatId(): string {
  return `DE${completed1110(String(1 + whole(9)) + digits(7))}`;
}

function crossSums(numbers: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => {
    const product = String(weight * Number(numbers[index]));
    return sum + Array.from(product).reduce((total, digit) => total + Number(digit), 0);
  }, 0);
}

function place(letter: string): string {
  return String("ABCDEFGHIJKLMNOPQRSTUVWXYZ".indexOf(letter) + 1).padStart(2, "0");
}

function pensionNumber(): string {
  const area = pick(["02", "13", "42", "53", "65", "89"]);
  const birth = two(1 + whole(28)) + two(1 + whole(12)) + digits(2);
  const letter = pick(Array.from("ABCGHKMSTWZ"));
  const serial = digits(2);
  const sum = crossSums(
    area + birth + place(letter) + serial,
    [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1],
  );
  return `${area}${birth}${letter}${serial}${sum % 10}`;
}

function healthNumber(): string {
  const letter = pick(Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ"));
  const body = digits(8);
  return `${letter}${body}${crossSums(place(letter) + body, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10}`;
}

function doctorNumber(): string {
  const body = digits(6);
  const sum = Array.from(body).reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 4 : 9),
    0,
  );
  return `${body}${(10 - (sum % 10)) % 10}${digits(2)}`;
}

/** Numbers of offices and shops that are nobody's identifier. */
function nearMisses(count: number): string[] {
  const forms: readonly (() => string)[] = [
    () => `Bestellnummer ${digits(11)}`,
    () => `Bestell-Nr. ${digits(4)}-${digits(4)}-${digits(3)}`,
    () => `Ihr Auftrag ${pick(Array.from("ABKTZ"))}${digits(9)} ist in Arbeit.`,
    () =>
      `Rechnung RE-20${digits(2)}-${digits(6)} über ${1 + whole(9)}.${digits(3)},${digits(2)} Euro`,
    () => `Kundennummer: 0${digits(9)}`,
    () => `ISBN 978-3-${digits(2)}-${digits(6)}-${digits(1)}`,
    () => `ISBN-10 3-${digits(3)}-${digits(5)}-${digits(1)}`,
    () => `EAN 4${digits(12)}`,
    () => `Haushalt: ${1 + whole(99)}.${digits(3)}.${digits(3)}.${digits(3)} Euro`,
    () => `${1 + whole(99)} ${digits(3)} ${digits(3)} ${digits(3)},00 €`,
    () =>
      `nach § ${1 + whole(99)} Abs. ${1 + whole(9)} Satz ${1 + whole(4)} SGB ${pick(["II", "X", "XII"])}`,
    () => `§§ ${1 + whole(99)}, ${100 + whole(99)} bis ${200 + whole(99)} BGB`,
    () =>
      pick([
        "Behördennummer 115",
        "Notruf 110 oder 112",
        "ärztlicher Dienst 116 117",
        "Rufen Sie die 115 an.",
      ]),
    () => `Drucksache 19/${digits(5)}, Seite ${1 + whole(99)}`,
    () => `Akte ${digits(3)}/20${digits(2)}-${digits(5)}`,
    () => `BGBl. 20${digits(2)} I Nr. ${1 + whole(300)}, S. ${digits(4)}`,
    () => `Sendungsnummer 00${digits(18)}`,
    () => `Zählernummer 1${pick(["EMH", "ISK"])}00${digits(8)}`,
    () =>
      `Gemarkung Musterfurt, Flur ${1 + whole(30)}, Flurstück ${1 + whole(300)}/${1 + whole(20)}`,
    () =>
      `vom ${1 + whole(28)}.${1 + whole(12)}.20${digits(2)} bis ${1 + whole(28)}.${1 + whole(12)}.2027, ${digits(2)}:${digits(2)} Uhr`,
    () =>
      `${10_000 + whole(80_000)} ${pick(["Einwohner", "Anträge", "Euro", "Menschen"])} im Jahr 20${digits(2)}`,
    () => `DIN EN ISO ${digits(4)}:20${digits(2)}, Version ${whole(9)}.${whole(20)}.${whole(20)}`,
    () => `Charge ${digits(8)}${pick(["A", "K", "Z"])}${digits(3)}`,
    () => `Tabelle: ${digits(3)} ${digits(4)} ${digits(2)} ${digits(5)} ${digits(3)} ${digits(4)}`,
    () =>
      `Raum ${pick(["A", "C", "F"])}${digits(3)}, Platz ${1 + whole(9)}, Parkplatz ${1 + whole(99)}`,
    () => `Artikel DE-${digits(6)}, Los ${digits(9)}`,
    () => `AKTENPLAN ${digits(2)}.${digits(2)}.${digits(2)}/${digits(4)}`,
    () =>
      `Laufzeit 20${digits(2)}/20${digits(2)}, Kapitel 0${digits(3)} Titel ${digits(3)} ${digits(2)}`,
  ];
  return Array.from({ length: count }, (_, index) => (forms[index % forms.length] ?? (() => ""))());
}

function digits(count: number): string {
  return Array.from({ length: count }, () => String(whole(10))).join("");
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

function whole(below: number): number {
  return Math.floor(random() * below);
}

function pick<Item>(items: readonly Item[]): Item {
  const item = items[whole(items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** Small pseudo-random generator, so that a red run repeats. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
