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
  if (all === 0) return "No case was measured well enough to be judged.";
  const lead = `Of ${counted(all, "case")}, ${decimal(doubtful)} ${agree(doubtful, "is", "are")} doubtful`;
  const rest = marked - doubtful;
  return rest === 0
    ? `${lead}.`
    : `${lead}; ${decimal(rest)} ${agree(rest, "is", "are")} passed by all models or by none and so ${agree(rest, "does", "do")} not tell them apart.`;
}
