import { z } from "zod";
import { defineGrader, type GraderContext, type Judgement, type Span } from "../core/grader.ts";
import { findPlanted } from "./identifiers/planted-value.ts";
import { searchedText } from "./identifiers/searched-text.ts";
import { redactionTokens, type RedactionToken } from "./redaction/redaction-tokens.ts";
import { alignTokens } from "./text/align-tokens.ts";
import type { TextRange } from "./text/text-span.ts";

const options = z.strictObject({});

/**
 * Is everything blacked out that has to be, and nothing else? The answer is laid beside
 * `input.text` word by word; black-outs are bars (███), `[geschwärzt]`, placeholders such as
 * `[NAME_1]`, `XXX`, `***`, or the passage is simply gone. Value (0..1): F1 of recall and precision,
 * 0 as soon as an entity of `expected.entities` is left.
 *
 * Recall: share of entities of which nothing is left, neither in its place nor anywhere else, in
 * any spelling; a person also by surname alone. Precision: share of the removed words that belong
 * to an entity. Threshold 0.95. Measures: `entities`, `removed` (entities), `recall`, `precision`,
 * `tooMuch` (words removed without need), `added` (words that the source does not have). Class when
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
  version: "1",
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
  const source = (context.case.input?.text ?? "").normalize("NFC");
  const authored = (context.case.expected?.entities ?? []).map((one) => one.normalize("NFC"));
  const entities = findEntities(source, [...new Set(authored)]);
  const unknown = entities.find(({ places }) => places.length === 0);
  if (unknown !== undefined) {
    return { status: "unscored", reason: `„${unknown.label}“ steht nicht im Ausgangstext.` };
  }
  const compared = compare(source, answer, entities);
  const left = leftEntities(answer, entities, compared);
  const recall = 1 - left.length / entities.length;
  const removed = compared.removed.length;
  const rightly = compared.removed.filter(({ isEntity }) => isEntity).length;
  const precision = removed === 0 ? 1 : rightly / removed;
  return {
    status: "scored",
    value: left.length > 0 ? 0 : (2 * recall * precision) / (recall + precision),
    reason: reasonFor(source, { entities, left, removed: compared.removed }),
    measures: {
      entities: entities.length,
      removed: entities.length - left.length,
      recall,
      precision,
      tooMuch: removed - rightly,
      added: compared.added,
    },
    evidence: [
      ...left.flatMap(({ spans, label }) =>
        spans.map((span) => ({ ...span, kind: "left", rule: label })),
      ),
      ...compared.wrongBars.map((span) => ({ ...span, kind: "too-much" })),
    ].toSorted((a, b) => a.start - b.start),
    failureClass: left.length > 0 ? "leak" : "wrong",
  };
}

interface Entity {
  readonly label: string;
  /** Its words: „Frau“ before a planted surname may stay. */
  readonly keys: ReadonlySet<string>;
  /** Where it stands in the source. */
  readonly places: readonly TextRange[];
}

function findEntities(source: string, labels: readonly string[]): Entity[] {
  const searched = searchedText(source);
  return labels.map((label) => {
    const keys = new Set(redactionTokens(label).map(({ key }) => key));
    return { label, keys, places: findPlanted(searched, label) };
  });
}

/** A word of the source that the answer does not have in its place. */
interface Removed extends TextRange {
  readonly isEntity: boolean;
}

interface Compared {
  readonly removed: readonly Removed[];
  /** Words of entities that the answer still has in their place: place in the source → answer. */
  readonly kept: readonly { readonly source: RedactionToken; readonly answer: TextRange }[];
  /** Black-outs that cover only words that were to stay. */
  readonly wrongBars: readonly Span[];
  readonly added: number;
}

function compare(source: string, answer: string, entities: readonly Entity[]): Compared {
  const [before, after] = [redactionTokens(source), redactionTokens(answer)];
  const partners = alignTokens(
    before.map(({ key }) => key),
    // A black-out is like no word, not even like another black-out.
    after.map(({ key }, index) => (key === "" ? `\u0000${index}` : key)),
  );
  const isEntity = coverage(source.length, entities);
  const removed: Removed[] = [];
  const kept: { source: RedactionToken; answer: TextRange }[] = [];
  before.forEach((word, index) => {
    const partner = after[partners[index] ?? -1];
    if (partner === undefined) {
      if (word.key !== "") removed.push({ ...rangeOf(word), isEntity: isEntity(word) });
    } else if (isEntity(word)) kept.push({ source: word, answer: rangeOf(partner) });
  });
  return {
    removed,
    kept,
    wrongBars: findWrongBars({ before, after, partners }, isEntity),
    added: after.filter(({ key }) => key !== "").length - partners.filter((at) => at >= 0).length,
  };
}

function rangeOf({ start, end }: TextRange): TextRange {
  return { start, end };
}

function coverage(length: number, entities: readonly Entity[]): (word: TextRange) => boolean {
  const covered = new Uint8Array(length);
  for (const { start, end } of entities.flatMap(({ places }) => places))
    covered.fill(1, start, end);
  return ({ start }) => covered[start] === 1;
}

interface Alignment {
  readonly before: readonly RedactionToken[];
  readonly after: readonly RedactionToken[];
  readonly partners: readonly number[];
}

/** Walks through both texts: between two kept words, a black-out stands for what is gone. */
function findWrongBars(
  { before, after, partners }: Alignment,
  isEntity: (word: TextRange) => boolean,
): Span[] {
  const wrong: Span[] = [];
  let gone: RedactionToken[] = [];
  let at = 0;
  const close = (to: number): void => {
    const bars = after.slice(at, to).filter(({ key }) => key === "");
    if (gone.length > 0 && !gone.some(isEntity)) wrong.push(...bars.map(rangeOf));
    gone = [];
    at = to + 1;
  };
  before.forEach((word, index) => {
    const partner = partners[index] ?? -1;
    if (partner >= 0) close(partner);
    else gone.push(word);
  });
  close(after.length);
  return wrong;
}

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
  return entities
    .map(({ label, keys, places }) => {
      const inPlace = compared.kept
        .filter(({ source }) => keys.has(source.key))
        .filter(({ source }) =>
          places.some(({ start, end }) => source.start >= start && source.end <= end),
        )
        .map((pair) => pair.answer);
      const anywhere = findPlanted(searched, label);
      const others = inPlace.filter(
        ({ start }) => !anywhere.some((span) => start >= span.start && start < span.end),
      );
      return { label, spans: [...anywhere, ...others].map(rangeOf) };
    })
    .filter(({ spans }) => spans.length > 0);
}

/** Most words that a reason quotes. */
const longestList = 8;

function reasonFor(
  source: string,
  found: {
    readonly entities: readonly Entity[];
    readonly left: readonly LeftEntity[];
    readonly removed: readonly Removed[];
  },
): string {
  const { entities, left, removed } = found;
  const tooMuch = removed.filter(({ isEntity }) => !isEntity);
  const sentences = [`${entities.length - left.length} von ${entities.length} Stellen geschwärzt.`];
  if (left.length > 0) {
    sentences.push(`Noch zu lesen: ${left.map(({ label }) => `„${label}“`).join(", ")}.`);
  }
  if (tooMuch.length > 0) {
    const words = tooMuch
      .slice(0, longestList)
      .map(({ start, end }) => `„${source.slice(start, end)}“`);
    const rest = tooMuch.length - words.length;
    sentences.push(
      `Ohne Not entfernt: ${words.join(", ")}${rest > 0 ? ` und ${rest} weitere Wörter` : ""}.`,
    );
  }
  return sentences.join(" ");
}
