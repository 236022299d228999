import { z } from "zod";
import { defineGrader, type GraderContext, type Judgement, type Span } from "../core/grader.ts";
import { readContent, type Content } from "./text/content-items.ts";
import { judgeValues } from "./unsupported/claimed-values.ts";
import { derivations } from "./unsupported/derived-values.ts";
import { officeNames } from "./unsupported/office-names.ts";
import { isAddress, sourceOf, type Source } from "./unsupported/source-values.ts";

const options = z.strictObject({
  derive: z
    .array(z.enum(derivations))
    .default([])
    .describe(
      "Was ohne gezeigte Rechnung folgen darf: sum, difference, product (Betrag mal Zahl), date (Datum und Frist).",
    ),
  offices: z
    .enum(["judge", "ignore"])
    .default("judge")
    .describe("Werden Namen von Behörden geprüft (judge) oder nicht (ignore)?"),
});

/**
 * Does every number, amount, date, time, deadline, measure, §-reference, phone number, address and
 * name of an authority in the answer stand in the source? The value (0..1) is the share that does;
 * 1 when the answer has none of them. Source: all fields of `input`; what the author wrote down as
 * right (`reference`, `expected.facts`, `allowed`, `citations`) counts too.
 *
 * Values are compared by value. What follows from values of the source is supported when the
 * answer shows them as well (`46 Euro und 6 Euro, zusammen 52 Euro`; `vom 3. März an ein Monat, also
 * bis 3. April`); with the option `derive` also when it does not. A day of the week that the calendar
 * denies (`Mittwoch, 12. Juni 2026`) is not, unless the source names it. Left out: numbering, ordinals in
 * words and of the answer's own listing, counts of its own points (`zwei Möglichkeiten`, `zwei
 * Papiere: …`), how many times, placeholders, the date line of a
 * letter, 110, 112, 115. `Bürgerbüro` for `Bürgeramt` is taken for the same office, and so is
 * `Musikschulverwaltung` for `Verwaltung der Musikschule`.
 *
 * Unscored: a case without any input. Not measured: claims without a value, a value of the source
 * in the wrong place (grader `facts`), names of persons, firms and towns, rounding; offices in other
 * languages than German.
 *
 * @example
 * unsupported.grade({
 *   answer: "Der Ausweis kostet 37 Euro, das Foto 6 Euro.",
 *   case: { input: { text: "Die Gebühr beträgt 37,00 Euro." } },
 * }).score; // value 0.5
 */
export const unsupported = defineGrader({
  name: "unsupported",
  version: "6",
  title: "Erfindet keine Zahlen, Daten, Fristen, Ämter und Fundstellen",
  needs: [],
  options,
  failureClass: "invented",
  judge: judgeUnsupported,
});

type Context = GraderContext<z.output<typeof options>>;

function judgeUnsupported(answer: string, context: Context): Judgement {
  const source = sourceOf(context.case);
  if (source === undefined) {
    return {
      status: "unscored",
      reason: "Im Fall fehlt eine Quelle (input), mit der zu vergleichen wäre.",
    };
  }
  const content = readContent(answer);
  const isGerman = (context.case.expected?.language ?? "de") === "de";
  const judged: Claim[] = judgeValues(content, source, context.options.derive);
  addAddresses(judged, content, source);
  if (isGerman && context.options.offices === "judge") addOffices(judged, content, source);
  const invented = judged.filter(({ isGiven }) => !isGiven);
  if (invented.length > 1) invented.sort((a, b) => a.start - b.start);
  return {
    status: "scored",
    value: judged.length === 0 ? 1 : 1 - invented.length / judged.length,
    reason: reasonOf(answer, { judged: judged.length, invented, isGerman }),
    measures: { judged: judged.length, invented: invented.length },
    evidence: invented.map(({ start, end }) => ({ start, end, kind: "invented" })),
  };
}

interface Claim extends Span {
  readonly isGiven: boolean;
}

/** Adds e-mail and web addresses; `https://`, `www.` and a closing dot are no part of them. */
function addAddresses(claims: Claim[], { text, items }: Content, { addresses }: Source): void {
  if (!text.includes("@") && !text.includes("://") && !text.includes("www.")) return;
  for (const item of items) {
    if (!isAddress(item)) continue;
    const { start, end, lower } = item;
    const bare = lower.replace(/^https?:\/\/(?:www\.)?|^www\./u, "").replace(/[.,;:!?/]+$/u, "");
    claims.push({ start, end, isGiven: addresses.some((address) => address.includes(bare)) });
  }
}

/** Adds names of authorities. */
function addOffices(claims: Claim[], content: Content, source: Source): void {
  for (const office of officeNames(content, source)) claims.push(office);
}

/** Most claims that a reason quotes. */
const longestList = 6;

function reasonOf(
  answer: string,
  found: {
    readonly judged: number;
    readonly invented: readonly Claim[];
    readonly isGerman: boolean;
  },
): string {
  const { judged, invented, isGerman } = found;
  const main =
    judged === 0
      ? "Die Antwort enthält keine Zahlen, Daten, Fristen, Ämter oder Fundstellen."
      : invented.length === 0
        ? `In der Quelle oder aus ihr zu folgern: ${judged} von ${judged} geprüften Angaben.`
        : `Nicht in der Quelle: ${quoted(answer, invented)} (${invented.length} von ${judged} geprüften Angaben).`;
  return isGerman ? main : `${main} Antwort in anderer Sprache: Namen von Behörden nicht geprüft.`;
}

function quoted(answer: string, claims: readonly Claim[]): string {
  const quotes = [
    ...new Set(
      claims.map(({ start, end }) => `„${answer.slice(start, end).replaceAll(/\s+/gu, " ")}“`),
    ),
  ];
  const rest = quotes.length - longestList;
  return `${quotes.slice(0, longestList).join(", ")}${rest > 0 ? ` und ${rest} weitere` : ""}`;
}
