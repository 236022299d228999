import type { FailureClass } from "../../core/failure-class.ts";

/** How the findings about requirements write numbers inside German sentences. */

const share = new Intl.NumberFormat("de-DE", { style: "percent", maximumFractionDigits: 1 });
const plain = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 2 });

/** `5,8 %`; the space does not break. */
export function formatShare(value: number): string {
  return share.format(value);
}

/** At most two decimals: `12,5`. */
export function formatNumber(value: number): string {
  return plain.format(value);
}

/** Kinds of failure in the words of the report. */
export const failureWords: Readonly<Record<FailureClass, string>> = {
  empty: "leere Antwort",
  unparseable: "nicht lesbar",
  leak: "Datenabfluss",
  refused: "verweigert",
  truncated: "abgeschnitten",
  "wrong-language": "falsche Sprache",
  invented: "erfunden",
  wrong: "falsch oder unvollständig",
};
