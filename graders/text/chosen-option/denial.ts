import words from "./words.json" with { type: "json" };

const negative = new Set(words.negative);
const harmless = new Set(words.harmless);

/** Does a stretch of text deny the options it names? Two denials cancel (`nicht falsch`); `nicht nur` denies nothing. */
export function isDenial(text: string): boolean {
  const found = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return found.some((word, index) => {
    if (!negative.has(word)) return false;
    const [before, after] = [found[index - 1] ?? "", found[index + 1] ?? ""];
    return !harmless.has(after) && !(before === "nicht" && harmless.has(word));
  });
}

/** `nicht`, `keine`, `weder`: a single word that denies. */
export function deniesAlone(lower: string): boolean {
  return negative.has(lower);
}
