import { fill } from "../fill.ts";
import { markup, type Part } from "../html/escape.ts";
import patterns from "./from-analysis.json" with { type: "json" };
import { quoted } from "./quoted.ts";

/** German texts with their gaps as groups, the most specific first, and the English for them. */
const known = Object.entries(patterns).map(([german, english]) => ({
  pattern: new RegExp(
    `^${german
      .split("{}")
      .map((part) => RegExp.escape(part))
      .join("(.*)")}$`,
    "u",
  ),
  english,
}));

/**
 * A text that the analysis wrote into the findings: methods, assumptions, reasons. Those that stand in
 * `from-analysis.json` are told in English; any other is quoted in German. What stood in a gap is a
 * number or a name, unless the English asks for `{0!}`, which quotes it.
 */
export function fromAnalysis(text: string): Part {
  const found = find(text);
  if (found === undefined) return quoted(text);
  const parts = found.english.split(/\{(\d)!\}/u);
  if (parts.length === 1) return fill(found.english, ...found.values);
  return markup`${parts.map((part, at) =>
    at % 2 === 0 ? fill(part, ...found.values) : quoted(found.values[Number(part)] ?? ""),
  )}`;
}

/** The same as text, where no markup can stand; what is not known stays German. */
export function analysisText(text: string): string {
  const found = find(text);
  return found === undefined ? text : fill(found.english.replaceAll("!}", "}"), ...found.values);
}

function find(text: string): { english: string; values: readonly string[] } | undefined {
  for (const { pattern, english } of known) {
    const match = pattern.exec(text);
    if (match !== null) return { english, values: match.slice(1).map(inEnglish) };
  }
  return undefined;
}

/** A German number in the writing of English: `1.234,5` becomes `1,234.5`; anything else stays. */
function inEnglish(value: string): string {
  const number = /^([+−]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?([\s\u00a0]?%)?$/u.exec(value);
  if (number === null) return value;
  const [, sign = "", whole = "", decimals, percent] = number;
  const fraction = decimals === undefined ? "" : `.${decimals}`;
  return `${sign}${whole.replaceAll(".", ",")}${fraction}${percent === undefined ? "" : "%"}`;
}
