import type { CalendarDate } from "./calendar-date.ts";
import cues from "./cues.json" with { type: "json" };
import { cueSource } from "./cue-words.ts";
import { finding, type Finding } from "./finding.ts";
import type { Reading } from "./reading.ts";

/**
 * Finds dates of birth: a date with „geb.“, „geboren“, „Geburtsdatum“ and the like before it, or
 * with „geboren“ after it, or with the sign of genealogists behind a name („Elif Aydin, * 3.5.1987“).
 * The cue belongs to the nearest date; a bare date is no finding.
 */
export function findDatesOfBirth(reading: Reading): Finding[] {
  const dates = reading.dates();
  if (dates.length === 0 || !anyCue.test(reading.full)) return [];
  return dates.flatMap((date, index) => {
    const { start, end, iso } = date;
    const floor = dates[index - 1]?.end ?? 0;
    const ceiling = dates[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    if (!isBorn(reading.full, date, { floor, ceiling })) return [];
    return [
      finding({ kind: "date-of-birth", start, end, checksum: "none", cue: true, value: iso }),
    ];
  });
}

interface Neighbours {
  /** End of the date before. */
  readonly floor: number;
  /** Start of the date after. */
  readonly ceiling: number;
}

/** Without one of these nobody is born. */
const anyCue = new RegExp(
  String.raw`\*|${cues.birth
    .join("|")
    .replaceAll(".", String.raw`\.`)
    .replaceAll(" ", String.raw`\s`)}`,
  "iu",
);
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

function isBorn(text: string, date: CalendarDate, { floor, ceiling }: Neighbours): boolean {
  const before = text.slice(Math.max(floor, date.start - 60), date.start);
  if (bornBefore.test(before)) return true;
  // Between two signs the date only stands out.
  if (bornSign.test(before) && text[date.end] !== "*") return true;
  const after = text.slice(date.end, Math.min(text.length, date.end + 120));
  const match = bornAfter.exec(after);
  return match !== null && date.end + match[0].length < ceiling;
}
