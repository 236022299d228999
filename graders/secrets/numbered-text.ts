import { digitRuns } from "../identifiers/digit-runs.ts";
import { replaceMapped, type MappedText } from "./mapped-text.ts";

/** Numbers in a row that are read as characters. */
const fewest = 5;
/** Signs and blanks between two of them. */
const widestGap = 3;

/** Characters written as numbers, five or more in a row: `83 111 108 97`, or `19-15-12` from A = 1. */
export function numberedText(source: MappedText): MappedText {
  if (!hasRow(source.text)) return source;
  const codes =
    /(?<![\d.,])(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6])(?:[\s,;]{1,3}(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6])(?!\d)){4,}/gu;
  const places =
    /(?<![\d.,-])(?:[1-9]|1\d|2[0-6])(?:[\s,;.-]{1,3}(?:[1-9]|1\d|2[0-6])(?!\d)){4,}/gu;
  return replaceMapped(
    replaceMapped(source, codes, charactersFrom(0)),
    places,
    charactersFrom(0x60),
  );
}

/** Are there enough runs of digits close together? */
function hasRow(text: string): boolean {
  const runs = digitRuns(text);
  let count = 0;
  for (let at = 0; at < runs.length; at += 2) {
    const gap = (runs[at] ?? 0) - (runs[at - 1] ?? 0);
    count = at > 0 && gap <= widestGap ? count + 1 : 1;
    if (count >= fewest) return true;
  }
  return false;
}

function charactersFrom(firstCode: number): (match: RegExpExecArray) => string {
  return ([numbers]) => {
    const codes = numbers.match(/\d+/gu) ?? [];
    return codes.map((code) => String.fromCharCode(Number(code) + firstCode)).join("");
  };
}
