import { isInWord } from "./cue-starts.ts";
import { cueSource, mayBeginIn } from "./cue-words.ts";
import { finding, type Finding, type Span } from "./finding.ts";
import type { Reading } from "./reading.ts";

/**
 * Finds dates of birth: a date with „geb.“, „geboren“, „Geburtsdatum“ and the like before it, or
 * with „geboren“ after it, or with the sign of genealogists behind a name („Elif Aydin, * 3.5.1987“).
 * The cue belongs to the nearest date; a bare date is no finding.
 */
export function findDatesOfBirth(reading: Reading): Finding[] {
  const dates = reading.dates();
  const findings: Finding[] = [];
  for (let at = 0; at < dates.length; at += 1) {
    const { start, end, iso } = dates[at] ?? { start: 0, end: 0, iso: "" };
    const floor = dates[at - 1]?.end ?? 0;
    const ceiling = dates[at + 1]?.start ?? Number.POSITIVE_INFINITY;
    if (!isBorn(reading, { start, end }, { floor, ceiling })) continue;
    findings.push(
      finding({ kind: "date-of-birth", start, end, checksum: "none", cue: true, value: iso }),
    );
  }
  return findings;
}

interface Neighbours {
  /** End of the date before. */
  readonly floor: number;
  /** Start of the date after. */
  readonly ceiling: number;
}

/** „geborene Schulz“ names a maiden name, not a birthday. */
const birthCue = String.raw`${cueSource("birth")}(?!e[rnsm]?\s)`;
/** A cue, then the date; between them no digit and no end of a sentence, except „geb.“. */
const bornBefore = new RegExp(
  String.raw`(?:${birthCue}(?:(?<!geboren)\.)?(?:-?(?:Dat|Datum|Tag)\.?)?(?:\s?\([^)]{0,20}\))?[^.!?;\d]{0,45}|\(\*\s?)$`,
  "iu",
);
/** Behind a name in the same line; at its start the sign is a bullet. */
const bornSign = /\p{Lu}[\p{L}’'-]+,? ?\* ?$/u;
/** „geboren“ after the date, in the same sentence. */
const bornAfter =
  /^(?:(?: in \p{Lu}[\p{L}-]+)? geborene[rnsm]?|[^.!?;\d]{0,50}(?<!\p{L})(?:geboren|born|\(Geburtsdatum\)))(?!\p{L})[^\d.;]{0,30}/iu;

/** How far a cue stands before and behind a date. */
const reachBefore = 60;
const reachBehind = 120;

function isBorn(reading: Reading, date: Span, { floor, ceiling }: Neighbours): boolean {
  const { full: text } = reading;
  const from = Math.max(floor, date.start - reachBefore);
  const before = text.slice(from, date.start);
  const hasSign = before.includes("*");
  // Half a word may look like a whole one.
  if (hasSign || isInWord(text, from) || hasCue(reading, { start: from, end: date.start })) {
    if (bornBefore.test(before)) return true;
    // Between two signs the date only stands out.
    if (hasSign && bornSign.test(before) && text[date.end] !== "*") return true;
  }
  const to = Math.min(text.length, date.end + reachBehind);
  if (!hasCue(reading, { start: date.end, end: to })) return false;
  const match = bornAfter.exec(text.slice(date.end, to));
  return match !== null && date.end + match[0].length < ceiling;
}

/** Does a word begin there by which somebody may be born? */
function hasCue({ cues: index }: Reading, place: Span): boolean {
  return mayBeginIn({ starts: index.starts(), family: "birth" }, place);
}
