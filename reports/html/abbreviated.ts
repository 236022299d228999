import { markup, type Html } from "./escape.ts";

/**
 * Makes a function for texts of our own in which each known abbreviation says, the first time, what
 * it stands for.
 *
 * @param words abbreviations of one language with their meanings
 */
export function abbreviationsOf(words: Readonly<Record<string, string>>): (text: string) => Html {
  const meanings = new Map(Object.entries(words));
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(${[...meanings.keys()].join("|")})(?![\p{L}\p{N}])`,
    "u",
  );
  return (text) => {
    const seen = new Set<string>();
    const parts = text.split(pattern).map((part) => {
      const meaning = meanings.get(part);
      if (meaning === undefined || seen.has(part)) return part;
      seen.add(part);
      return markup`<abbr title="${meaning}">${part}</abbr>`;
    });
    return markup`${parts}`;
  };
}
