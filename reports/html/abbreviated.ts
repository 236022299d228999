import words from "../words/abbreviations.json" with { type: "json" };
import { markup, type Html } from "./escape.ts";

const meanings = new Map(Object.entries(words));
const pattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${[...meanings.keys()].join("|")})(?![\p{L}\p{N}])`,
  "u",
);

/** A text of our own in which each known abbreviation says, the first time, what it stands for. */
export function abbreviated(text: string): Html {
  const seen = new Set<string>();
  const parts = text.split(pattern).map((part) => {
    const meaning = meanings.get(part);
    if (meaning === undefined || seen.has(part)) return part;
    seen.add(part);
    return markup`<abbr title="${meaning}">${part}</abbr>`;
  });
  return markup`${parts}`;
}
