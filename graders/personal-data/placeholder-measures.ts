import type { GradedCase } from "../../core/case.ts";
import { findPlanted } from "../identifiers/planted-value.ts";
import { searchedText } from "../identifiers/searched-text.ts";
import { placeholderValues } from "./placeholder-values.ts";
import { placeholderNames } from "./placeholder.ts";

/** Distinct placeholders; neither is negative, `kept` is at most `needed`. */
export interface PlaceholderMeasures {
  readonly placeholdersNeeded: number;
  readonly placeholdersKept: number;
}

/** More distinct placeholders than this are not looked up; keeps the time linear. */
const mostPlaceholders = 200;

/**
 * How many placeholders of the pseudonymised input an answer needs, and how many of them it keeps.
 * One is needed when the reference carries it, or a value that it stands for in the raw text: of a
 * person also the surname („Guten Tag Frau Ostendorf“). It is kept when the answer carries it, in
 * upper or lower case and with or without Markdown's backslashes, but under no other name.
 */
export function placeholderMeasures(
  answer: string,
  { input, reference = "" }: GradedCase,
): PlaceholderMeasures {
  const pseudonymised = input?.pseudonymised ?? "";
  if (pseudonymised === "" || reference === "") return nothingNeeded;
  const offered = [...placeholderValues(input?.text ?? "", pseudonymised)];
  if (offered.length === 0) return nothingNeeded;
  const named = placeholderNames(reference);
  const searched = searchedText(reference.normalize("NFC"));
  const needed = offered
    .slice(0, mostPlaceholders)
    .filter(
      ([name, values]) =>
        named.has(name) || values.some((value) => findPlanted(searched, value).length > 0),
    );
  const carried = placeholderNames(answer);
  const kept = needed.filter(([name]) => carried.has(name));
  return { placeholdersNeeded: needed.length, placeholdersKept: kept.length };
}

const nothingNeeded: PlaceholderMeasures = { placeholdersNeeded: 0, placeholdersKept: 0 };
