import { agree, counted } from "./counted.ts";
import { decimal } from "./numbers.ts";

/** How many cases their authors should look at again. */
export function itemsSentence({
  doubtful,
  marked,
  all,
}: {
  readonly doubtful: number;
  readonly marked: number;
  readonly all: number;
}): string {
  if (all === 0) return "Kein Fall wurde so gemessen, dass er sich beurteilen lässt.";
  const lead = `Von ${counted(all, "case", "dative")} ${agree(doubtful, "ist", "sind")} ${decimal(doubtful)} zweifelhaft`;
  const rest = marked - doubtful;
  return rest === 0
    ? `${lead}.`
    : `${lead}; ${decimal(rest)} ${agree(rest, "gelingt", "gelingen")} allen Modellen oder keinem und ${agree(rest, "unterscheidet", "unterscheiden")} sie daher nicht.`;
}
