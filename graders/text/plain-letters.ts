/** Letters with a stroke or without their dot: Unicode does not take them apart. */
const strokes: Readonly<Record<string, string>> = {
  ı: "i",
  ł: "l",
  đ: "d",
  ð: "d",
  ø: "o",
  ħ: "h",
};
const strokeLetter = /[ıłđðøħ]/gu;
/** Marks on, in and under letters, without the two dots of umlauts. */
const letterMark = /[\u0300-\u0307\u0309-\u036f]/gu;

/**
 * Lower-case text taken apart (NFD), its letters without marks and strokes, as names of other
 * languages are often typed: `şahin` → `sahin`, `łukasz` → `lukasz`. The two dots of umlauts stay.
 */
export function plainLetters(lower: string): string {
  return lower
    .replace(strokeLetter, (letter) => strokes[letter] ?? letter)
    .normalize("NFD")
    .replace(letterMark, "");
}

/** The same of any text, put together again (NFC): `Irène` → `irene`, `Müller` → `müller`. */
export function plainSpelling(text: string): string {
  return plainLetters(text.toLowerCase()).normalize("NFC");
}
