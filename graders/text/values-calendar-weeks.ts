import { measuredValue, type ValueReading } from "./value.ts";
import { hasRole, role, type ValueToken } from "./values-token.ts";

/**
 * Reads weeks of the year: `KW 12`, `12. KW`, `Kalenderwoche 12`, `12. Kalenderwoche`. The canonical
 * form is `calendar-week 12`, without the year. `12 KW` without the dot is twelve kilowatts.
 */
export function readCalendarWeek(
  tokens: readonly ValueToken[],
  at: number,
): ValueReading | undefined {
  const second = tokens[at + 1];
  if (hasRole(tokens, at, role.week)) {
    const numberAt = second?.text === "." || second?.text === ":" ? at + 2 : at + 1;
    return weekOf(tokens, { from: at, to: numberAt + 1, numberAt });
  }
  if (second?.text !== "." || second.gap !== "none") return undefined;
  if (tokens[at + 2]?.gap === "break" || !hasRole(tokens, at + 2, role.week)) return undefined;
  return weekOf(tokens, { from: at, to: at + 3, numberAt: at });
}

function weekOf(
  tokens: readonly ValueToken[],
  place: { readonly from: number; readonly to: number; readonly numberAt: number },
): ValueReading | undefined {
  const token = tokens[place.numberAt];
  if (token?.kind !== "digits" || token.text.length > 2 || token.gap === "break") return undefined;
  const week = token.number;
  if (week < 1 || week > 53) return undefined;
  const start = tokens[place.from]?.start ?? 0;
  const end = tokens[place.to - 1]?.end ?? start;
  const measure = { kind: "quantity", unit: "calendar-week", amount: week } as const;
  return { values: [measuredValue(measure, { start, end })], next: place.to };
}
