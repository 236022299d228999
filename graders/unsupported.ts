import { z } from "zod";
import { defineGrader, type GraderContext, type Judgement, type Span } from "../core/grader.ts";
import { readContent, type Content, type ContentItem } from "./text/content-items.ts";
import { remember } from "./text/remember.ts";
import { rememberObject } from "./text/remember-object.ts";
import type { Value } from "./text/value.ts";
import { derivations, derivedKeys } from "./unsupported/derived-values.ts";
import { isJudged } from "./unsupported/judged-values.ts";
import { officeNames } from "./unsupported/office-names.ts";
import {
  isAddress,
  isGiven,
  isOneOf,
  keyOf,
  sourceOf,
  type Source,
} from "./unsupported/source-values.ts";
import { hasWrongWeekday } from "./unsupported/weekday.ts";

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
  version: "5",
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
  const offices =
    isGerman && context.options.offices === "judge" ? officeNames(content, source) : [];
  const judged = [
    ...judgeValues(content, source, context),
    ...judgeAddresses(content, source),
    ...offices,
  ];
  const invented = judged.filter((claim) => !claim.isGiven).toSorted((a, b) => a.start - b.start);
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

function judgeValues(content: Content, source: Source, { options: { derive } }: Context): Claim[] {
  const items = content.items.flatMap((item, at): [ContentItem, Value, number][] => {
    return item.value !== undefined && isJudged(content, at, item.value)
      ? [[item, item.value, at]]
      : [];
  });
  const known = new Map<string, boolean>();
  for (const [item, value] of items) {
    const key = claimKey(item, value);
    if (!known.has(key)) known.set(key, isGiven(source, item, value));
  }
  const shown = distinctValues(items.filter(([item, value]) => known.get(claimKey(item, value))));
  // Reckoned only for an answer that has a value which is not given.
  const derived = items.every(([item, value]) => known.get(claimKey(item, value)))
    ? new Set<string>()
    : reckonedKeys(items, shown).union(fromSource(source)(derive.join(" ")));
  return items.map(([item, value, at]) => ({
    start: item.start,
    end: item.end,
    isGiven:
      !hasWrongWeekday(content.items, at, source) &&
      (known.get(claimKey(item, value)) === true ||
        derived.has(keyOf(value)) ||
        isOneOf(source, item, content.items[at + 1])),
  }));
}

/** What follows from what is shown, and from that in turn: `12 Monate`, then `12 × 180 Euro`. */
function reckonedKeys(
  items: readonly (readonly [ContentItem, Value, number])[],
  shown: readonly Value[],
): ReadonlySet<string> {
  const first = derivedKeys(shown, derivations);
  const next = items.filter(([, value]) => first.has(keyOf(value)));
  if (next.length === 0) return first;
  return first.union(derivedKeys([...shown, ...distinctValues(next)], derivations));
}

/** What follows from the source alone in the named ways; the same for every answer to a case. */
const fromSource = rememberObject(({ values }: Source) =>
  remember((names) =>
    derivedKeys(
      values,
      derivations.filter((way) => names.split(" ").includes(way)),
    ),
  ),
);

/** Numbers and codes are compared by their digits too. */
function claimKey({ text }: ContentItem, value: Value): string {
  const isDigits = value.kind === "number" || value.kind === "digit-code";
  return isDigits ? `${value.kind} ${text}` : keyOf(value);
}

function distinctValues(items: readonly (readonly [ContentItem, Value, number])[]): Value[] {
  return [...new Map(items.map(([, value]) => [keyOf(value), value])).values()];
}

/** E-mail and web addresses; `https://`, `www.` and a closing dot are no part of them. */
function judgeAddresses({ items }: Content, { addresses }: Source): Claim[] {
  return items.filter(isAddress).map(({ start, end, lower }) => {
    const bare = lower.replace(/^https?:\/\/(?:www\.)?|^www\./u, "").replace(/[.,;:!?/]+$/u, "");
    return { start, end, isGiven: addresses.some((address) => address.includes(bare)) };
  });
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
  const quotes = [
    ...new Set(
      invented.map(({ start, end }) => `„${answer.slice(start, end).replaceAll(/\s+/gu, " ")}“`),
    ),
  ];
  const rest = quotes.length - longestList;
  const listed = `${quotes.slice(0, longestList).join(", ")}${rest > 0 ? ` und ${rest} weitere` : ""}`;
  const main =
    judged === 0
      ? "Die Antwort enthält keine Zahlen, Daten, Fristen, Ämter oder Fundstellen."
      : invented.length === 0
        ? `In der Quelle oder aus ihr zu folgern: ${judged} von ${judged} geprüften Angaben.`
        : `Nicht in der Quelle: ${listed} (${invented.length} von ${judged} geprüften Angaben).`;
  return isGerman ? main : `${main} Antwort in anderer Sprache: Namen von Behörden nicht geprüft.`;
}
