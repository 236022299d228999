import { z } from "zod";
import { defineGrader, type GraderContext, type Judgement, type Span } from "../core/grader.ts";
import { findPlanted } from "./identifiers/planted-value.ts";
import { searchedText } from "./identifiers/searched-text.ts";
import { compare, rangeOf, type Compared } from "./redaction/compare-texts.ts";
import {
  redactionSource,
  type Entity,
  type RedactionSource,
} from "./redaction/redaction-source.ts";
import type { RedactionToken } from "./redaction/redaction-tokens.ts";
import type { TextRange } from "./text/text-span.ts";

const options = z.strictObject({});

/**
 * Is everything blacked out that has to be, and nothing else? The answer is laid beside
 * `input.text` word by word; black-outs are bars (███), `[geschwärzt]`, placeholders such as
 * `[NAME_1]`, `XXX`, `***`, or the passage is simply gone. Value (0..1): F1 of recall and precision,
 * 0 as soon as an entity of `expected.entities` is left; half where a number or a denial was put in.
 *
 * Recall: share of entities of which nothing is left, neither in its place nor anywhere else, in
 * any spelling; a person also by surname alone. Precision: share of the removed words that belong
 * to an entity. Titles, units and legal forms beside an entity („Dr.“, „Euro“, „geb.“) may go or stay. Threshold 0.95. Measures: `entities`, `removed` (entities), `recall`, `precision`,
 * `tooMuch` (words removed without need), `added` (words that the source does not have), `falsified`. Class when
 * failed: `leak` if an entity is left, else `wrong`.
 *
 * Unscored: a case without text or entities; an entity that does not stand in the text.
 * Does not measure: whether a black-out in a real document can be undone; whether the remaining text
 * still tells who it is about; what was added (grader `focus`).
 *
 * @example
 * redaction.grade({
 *   answer: "Frau ███ wohnt in Musterfurt.",
 *   case: { input: { text: "Frau Aydin wohnt in Musterfurt." }, expected: { entities: ["Aydin"] } },
 * }).score; // value 1
 */
export const redaction = defineGrader({
  name: "redaction",
  version: "4",
  title: "Schwärzt alles Nötige und nichts sonst",
  needs: ["input.text", "expected.entities"],
  options,
  threshold: 0.95,
  failureClass: "leak",
  judge: judgeRedaction,
});

function judgeRedaction(
  answer: string,
  context: GraderContext<z.output<typeof options>>,
): Judgement {
  const source = redactionSource(context.case);
  const { entities } = source;
  const unknown = entities.find(({ places }) => places.length === 0);
  if (unknown !== undefined) {
    return { status: "unscored", reason: `„${unknown.label}“ steht nicht im Ausgangstext.` };
  }
  const compared = compare(source, answer);
  const left = leftEntities(answer, entities, compared);
  const recall = 1 - left.length / entities.length;
  const removed = compared.removed.length;
  const rightly = compared.removed.filter(({ isEntity }) => isEntity).length;
  const precision = removed === 0 ? 1 : rightly / removed;
  const f1 = (2 * recall * precision) / (recall + precision);
  return {
    status: "scored",
    value: left.length > 0 ? 0 : f1 * (compared.falsified.length > 0 ? falsifiedShare : 1),
    reason: reasonFor({ source, answer, left, compared }),
    measures: {
      entities: entities.length,
      removed: entities.length - left.length,
      recall,
      precision,
      tooMuch: removed - rightly,
      added: compared.added,
      falsified: compared.falsified.length,
    },
    evidence: evidenceOf(left, compared),
    failureClass: left.length > 0 ? "leak" : "wrong",
  };
}

function evidenceOf(left: readonly LeftEntity[], compared: Compared): Span[] {
  return [
    ...left.flatMap(({ spans, label }) =>
      spans.map((span) => ({ ...span, kind: "left", rule: label })),
    ),
    ...compared.wrongBars.map((span) => ({ ...span, kind: "too-much" })),
    ...compared.falsified.map((span) => ({ ...span, kind: "falsified" })),
  ].toSorted((a, b) => a.start - b.start);
}

/** What is left of the value when the remaining text says something else. */
const falsifiedShare = 0.5;

interface LeftEntity {
  readonly label: string;
  readonly spans: readonly TextRange[];
}

/** An entity is left when one of its words stands in its place, or it stands anywhere at all. */
function leftEntities(
  answer: string,
  entities: readonly Entity[],
  compared: Compared,
): LeftEntity[] {
  const searched = searchedText(answer);
  const left: LeftEntity[] = [];
  for (const entity of entities) {
    const anywhere = findPlanted(searched, entity.label);
    const spans = anywhere.map(rangeOf);
    for (const kept of compared.kept) {
      if (!isTelling(entity, kept.source)) continue;
      const { start } = kept.answer;
      if (!anywhere.some((span) => start >= span.start && start < span.end))
        spans.push(kept.answer);
    }
    if (spans.length > 0) left.push({ label: entity.label, spans });
  }
  return left;
}

/** Is the word of the source one that gives the entity away, in its place? */
function isTelling({ telling, places }: Entity, word: RedactionToken): boolean {
  if (!telling.has(word.key)) return false;
  return places.some(({ start, end }) => word.start >= start && word.end <= end);
}

/** Most words that a reason quotes. */
const longestList = 8;

function reasonFor(found: {
  readonly source: RedactionSource;
  readonly answer: string;
  readonly left: readonly LeftEntity[];
  readonly compared: Compared;
}): string {
  const { source, answer, left, compared } = found;
  const { length } = source.entities;
  const tooMuch = compared.removed.filter(({ isEntity }) => !isEntity);
  return [
    `${length - left.length} von ${length} Stellen geschwärzt.`,
    listOf("Noch zu lesen", left, ({ label }) => label),
    listOf("Ohne Not entfernt", tooMuch, ({ start, end }) => source.text.slice(start, end)),
    listOf("Eingefügt oder verändert", compared.falsified, ({ start, end }) =>
      answer.slice(start, end),
    ),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function listOf<Quoted>(
  opening: string,
  all: readonly Quoted[],
  textOf: (quoted: Quoted) => string,
): string {
  if (all.length === 0) return "";
  const rest = all.length - longestList;
  const quoted = all.slice(0, longestList).map((one) => `„${textOf(one)}“`);
  return `${opening}: ${quoted.join(", ")}${rest > 0 ? ` und ${rest} weitere` : ""}.`;
}
