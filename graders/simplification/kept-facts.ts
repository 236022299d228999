import type { GradedCase } from "../../core/case.ts";
import { indexAnswer } from "../facts/answer-index.ts";
import { readFact } from "../facts/fact-phrase.ts";
import { findFact } from "../facts/find-fact.ts";
import { placeOfValue, wantedValues } from "../text/kept-values.ts";
import { deniedItems } from "../text/negation.ts";
import { readContent } from "../text/content-items.ts";
import type { Value } from "../text/value.ts";
import type { TextRange } from "../text/text-span.ts";

/** A fact of the source and where the simplification says it. */
export interface KeptFact {
  readonly label: string;
  /** Undefined when it is lost or denied. */
  readonly place: TextRange | undefined;
}

/**
 * The facts that have to be kept: `expected.facts` if the case has them, else the values (numbers,
 * amounts, dates, deadlines, references) that the source and all references share.
 */
export function keptFacts(
  answer: string,
  graded: GradedCase,
  texts: { readonly source: string; readonly references: readonly string[] },
): KeptFact[] {
  const facts = graded.expected?.facts ?? [];
  if (facts.length === 0) {
    const values = assertedValues(answer);
    return wantedValues(texts.source, texts.references).map((wanted) => {
      return { label: wanted.quote, place: placeOfValue(wanted, values) };
    });
  }
  const index = indexAnswer(answer, (graded.input?.question ?? "").normalize("NFC"));
  return facts.map((label) => {
    const finding = findFact(index, readFact(label), { strict: false });
    return { label, place: finding.status === "met" ? finding.place : undefined };
  });
}

/** Values of an answer that it does not deny (`kostet nicht 37 Euro`). */
function assertedValues(answer: string): Value[] {
  const content = readContent(answer);
  const denied = deniedItems(content);
  return content.items.flatMap(({ value }, at) =>
    value === undefined || denied[at] === true ? [] : [value],
  );
}
