import type { Named } from "./labels.ts";
import { markup, type Part } from "./html/escape.ts";
import type { Say } from "./say.ts";

/**
 * Makes a function that marks the titles of tasks in a sentence as what they are: texts of the run, in
 * German. A title is known by its quotation marks, or by being the whole text. In German there is
 * nothing to mark.
 */
export function markerOf({ suites }: Pick<Named, "suites">, say: Say): (text: string) => Part {
  if (say.language === "de") return (text) => text;
  const titles = new Set(suites.map(({ title }) => title));
  if (titles.size === 0) return (text) => text;
  const [open = "", close = ""] = say.inQuotes("\0").split("\0");
  const longestFirst = [...titles].toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<=${open})(${longestFirst.map((title) => RegExp.escape(title)).join("|")})(?=${close})`,
    "u",
  );
  return (text) => {
    if (titles.has(text)) return say.quoted(text);
    const parts = text.split(pattern).map((part, at) => (at % 2 === 0 ? part : say.quoted(part)));
    return markup`${parts}`;
  };
}
