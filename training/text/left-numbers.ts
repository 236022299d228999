/** `MR-2026-3391`, `JA-51/0412`: letters and digits with a sign between. */
const lettered =
  /(?<![\p{L}\p{N}])\p{Lu}{1,6}[-/ ]?\d[\d./-]*[/-]\d[\d/-]*(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])\p{Lu}{1,6}-\d{3,}(?![\p{L}\p{N}])/gu;
/** What stands after „Az.“, „Akte“, „Vorgang“ and the like, when it has a digit. */
const cued =
  /(?<=(?:Az\.|Aktenzeichen:?|Akte|Vorgang|Kassenzeichen:?|Zeichen:?|[\p{L}-]*[Nn]ummer:?|Nr\.) )[\p{L}\d][\p{L}\d./-]*\d[\d/-]*(?:\/\d+)*/gu;

/** File and customer numbers that a text still has; they lead to a person through the file. */
export function leftNumbers(text: string): string[] {
  const found = [...text.matchAll(lettered), ...text.matchAll(cued)].map(([value]) => value);
  const distinct = [...new Set(found)].filter((one) => one.replaceAll(/\D/gu, "").length >= 3);
  return distinct
    .filter((one) => !distinct.some((other) => other !== one && other.includes(one)))
    .toSorted((a, b) => text.indexOf(a) - text.indexOf(b));
}
