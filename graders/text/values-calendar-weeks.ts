import type { ValueReading } from "./value.ts";
import type { ValueToken } from "./values-tokens.ts";
import { vocabulary } from "./values-vocabulary.ts";

/**
 * Reads weeks of the year: `KW 12`, `12. KW`, `Kalenderwoche 12`, `12. Kalenderwoche`. The canonical
 * form is `calendar-week 12`, without the year. `12 KW` without the dot is twelve kilowatts.
 */
export function readCalendarWeek(
  tokens: readonly ValueToken[],
  at: number,
): ValueReading | undefined {
  const [first, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (vocabulary.calendarWeek.has(first?.lower ?? "")) {
    const numberAt = second?.text === "." || second?.text === ":" ? at + 2 : at + 1;
    return weekOf(tokens, { from: at, to: numberAt + 1, numberAt });
  }
  const isOrdinal = second?.text === "." && second.gap === "none" && third?.gap !== "break";
  if (!isOrdinal || !vocabulary.calendarWeek.has(third?.lower ?? "")) return undefined;
  return weekOf(tokens, { from: at, to: at + 3, numberAt: at });
}

function weekOf(
  tokens: readonly ValueToken[],
  place: { readonly from: number; readonly to: number; readonly numberAt: number },
): ValueReading | undefined {
  const token = tokens[place.numberAt];
  if (token?.kind !== "digits" || token.text.length > 2 || token.gap === "break") return undefined;
  const week = Number(token.text);
  if (week < 1 || week > 53) return undefined;
  const start = tokens[place.from]?.start ?? 0;
  const end = tokens[place.to - 1]?.end ?? start;
  const canonical = `calendar-week ${week}`;
  return { values: [{ kind: "quantity", start, end, canonical }], next: place.to };
}
