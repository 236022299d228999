import { z } from "zod";
import { integer } from "../core/coerce.ts";
import { defineGrader, type GraderContext, type Judgement, type Span } from "../core/grader.ts";
import { isSameCitation, readCitation, type Citation } from "./citations/same-citation.ts";
import { quotedWordings } from "./citations/quoted-wording.ts";
import { readContent, type Content, type ContentItem } from "./text/content-items.ts";
import { readValues } from "./text/values.ts";

const options = z.strictObject({
  minimum: integer()
    .pipe(z.int().min(0))
    .default(0)
    .describe("Wie viele richtige Fundstellen die Antwort mindestens nennen muss."),
});

/**
 * Are the references to laws in the answer right? The value (0..1) is the share of references and
 * quotations that are.
 *
 * A reference is right when it is in the case's list (`expected.citations`): same section, same law,
 * no other paragraph, sentence, number or letter than the list says; where the list is silent, or
 * the answer, it is not compared. It has to name its law, unless another reference of the answer to
 * the same law does; `§` without a number is wrong. Quotations of four words and more beside a
 * reference have to stand word for word in the case's input, if it has one.
 *
 * Without any reference: value 1, or 0 when the option `minimum` asks for more. Class `invented` for
 * what is not in the list and for false wording, else `wrong`. `measures`: `citations`, `notListed`,
 * `withoutStatute`, `quotations`, `notVerbatim`.
 *
 * Unscored: a case without `expected.citations`. Not measured: whether the law says what the answer
 * claims, whether it is in force, judgments and file references, typography (`§58`, `§§` for one).
 *
 * @example
 * citations.grade({
 *   answer: "Das steht in § 58 Abs. 1 VwGO und § 99 VwGO.",
 *   case: { expected: { citations: ["§ 58 Abs. 1 VwGO"] } },
 * }).score; // value 0.5
 */
export const citations = defineGrader({
  name: "citations",
  version: "4",
  title: "Zitiert nur vorhandene Vorschriften, und wörtlich",
  needs: ["expected.citations"],
  options,
  failureClass: "invented",
  judge: judgeCitations,
});

type Kind = "right" | "not-listed" | "without-number" | "without-statute" | "not-verbatim";

interface Judged extends Span {
  readonly kind: Kind;
}

function judgeCitations(
  answer: string,
  { case: graded, options: { minimum } }: GraderContext<z.output<typeof options>>,
): Judgement {
  const content = readContent(answer);
  const references = judgeReferences(content, readList(graded.expected?.citations ?? []));
  const cited = content.sentences.filter(({ from, to }) => {
    return content.items.slice(from, to).some(isReference);
  });
  const { text, pseudonymised, old, new: newer, question } = graded.input ?? {};
  const sources = [text, pseudonymised, old, newer, question].filter((part) => part !== undefined);
  const quotations = quotedWordings(answer, cited, sources).map(
    ({ start, end, isVerbatim }): Judged => ({
      start,
      end,
      kind: isVerbatim ? "right" : "not-verbatim",
    }),
  );
  const judged = [...references, ...bareSigns(answer), ...quotations];
  const right = judged.filter(({ kind }) => kind === "right");
  const rightReferences = references.filter(({ kind }) => kind === "right").length;
  const isEnough = rightReferences >= minimum;
  const count = (kind: Kind): number => judged.filter((one) => one.kind === kind).length;
  const notListed = count("not-listed") + count("without-number");
  const share = judged.length === 0 ? 1 : right.length / judged.length;
  return {
    status: "scored",
    value: isEnough ? share : Math.min(share, rightReferences / minimum),
    reason: reasonOf(answer, judged, isEnough),
    measures: {
      citations: references.length,
      notListed,
      withoutStatute: count("without-statute"),
      quotations: quotations.length,
      notVerbatim: count("not-verbatim"),
    },
    evidence: judged.filter(({ kind }) => kind !== "right").toSorted((a, b) => a.start - b.start),
    failureClass: notListed + count("not-verbatim") > 0 ? "invented" : "wrong",
  };
}

function isReference({ value }: ContentItem): boolean {
  return value?.kind === "reference";
}

function readList(list: readonly string[]): Citation[] {
  return list.flatMap((entry) => {
    const references = readValues(entry.normalize("NFC")).filter(
      ({ kind }) => kind === "reference",
    );
    return references.map((reference) => readCitation(reference));
  });
}

function judgeReferences({ text, items }: Content, list: readonly Citation[]): Judged[] {
  const found = items.flatMap(({ start, end, value }) => {
    if (value?.kind !== "reference") return [];
    const citation = readCitation(value);
    const statute = citation.statute ?? statuteBefore(text, start);
    return [{ start, end, citation: { ...citation, statute } }];
  });
  const named = new Set(found.map(({ citation }) => citation.statute));
  const known = new Map<string, Kind>();
  return found.map(({ start, end, citation }) => {
    const key = JSON.stringify([citation.section, citation.statute, [...citation.parts]]);
    const kind = known.get(key) ?? kindOf(citation, list, named);
    known.set(key, kind);
    return { start, end, kind };
  });
}

/** `BMG, § 17`, `Bundesmeldegesetz (BMG): § 17`: the law that stands right before. */
function statuteBefore(text: string, start: number): string | undefined {
  const before = text.slice(Math.max(0, start - longestStatute), start);
  const name = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}-]{1,60})\)?[,:]? ?$/u.exec(before)?.[1];
  if (name === undefined) return undefined;
  const read = readValues(`§ 1 ${name}`).find(({ kind }) => kind === "reference");
  return read === undefined ? undefined : readCitation(read).statute;
}

const longestStatute = 70;

function kindOf(
  citation: Citation,
  list: readonly Citation[],
  named: ReadonlySet<string | undefined>,
): Kind {
  const matching = list.filter((listed) => isSameCitation(listed, citation));
  if (matching.length === 0) return "not-listed";
  const isNamed =
    citation.statute !== undefined ||
    matching.some(({ statute }) => statute === undefined || named.has(statute));
  return isNamed ? "right" : "without-statute";
}

/** `§` that no number follows: no reference at all. */
function bareSigns(answer: string): Judged[] {
  return Array.from(answer.matchAll(/§{1,2}(?!§)(?!\s{0,3}\d)/gu), ({ index, 0: sign }) => {
    return { start: index, end: index + sign.length, kind: "without-number" as const };
  });
}

const openings: readonly (readonly [Kind, string])[] = [
  ["not-listed", "Nicht in der Liste der Fundstellen"],
  ["without-number", "Paragrafenzeichen ohne Nummer"],
  ["without-statute", "Ohne Angabe des Gesetzes"],
  ["not-verbatim", "Nicht wörtlich in der Quelle"],
];
/** Most passages that a reason quotes. */
const longestList = 5;

function reasonOf(answer: string, judged: readonly Judged[], isEnough: boolean): string {
  const sentences = openings.flatMap(([kind, opening]) => {
    const quotes = judged
      .filter((one) => one.kind === kind)
      .map(({ start, end }) => answer.slice(start, end).replaceAll(/\s+/gu, " "))
      .map((quote) => (/^[„“"»«]/u.test(quote) ? quote : `„${quote}“`));
    const distinct = [...new Set(quotes)];
    const rest =
      distinct.length > longestList ? ` und ${distinct.length - longestList} weitere` : "";
    return distinct.length === 0
      ? []
      : [`${opening}: ${distinct.slice(0, longestList).join(", ")}${rest}.`];
  });
  if (!isEnough) sentences.push("Zu wenige richtige Fundstellen.");
  if (sentences.length > 0) return sentences.join(" ");
  return judged.length === 0
    ? "Die Antwort nennt keine Fundstelle."
    : `Fundstellen und Zitate richtig: ${judged.length} von ${judged.length}.`;
}
