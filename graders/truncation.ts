import { z } from "zod";
import { flag } from "../core/coerce.ts";
import { defineGrader, type GraderContext, type Judgement } from "../core/grader.ts";
import { brokenEnding, openFence, type BrokenEnding } from "./truncation/broken-ending.ts";
import { garbledShare } from "./truncation/garbled-share.ts";
import { readJson, type JsonEnding } from "./truncation/json-ending.ts";

const options = z.strictObject({
  format: z
    .enum(["text", "json"])
    .default("text")
    .describe("Was die Antwort sein soll: Text (text) oder ein JSON-Wert (json)."),
  endings: flag()
    .default(true)
    .describe(
      "Wird auch am Ende des Textes geprüft, ob er abbricht? Sonst nur am Grund des Endes.",
    ),
});
type Context = GraderContext<z.output<typeof options>>;

/**
 * Is the answer whole and readable? Value 1, or 0 with one of two classes: `truncated` (cut off) and
 * `unparseable` (cannot be read at all).
 *
 * Truncated: the model ended because of its length (`finishReason: length`); or the text breaks off
 * in the middle: of a sentence, a word, a list whose last item is empty, brackets or quotation
 * marks, emphasis, a table row, a code fence, a JSON value. Unparseable: `format: json` and the answer holds
 * no JSON value; or a fifth and more of the answer is control and replacement characters.
 *
 * Titles, short answers without a verb, lists, addresses, signatures and tables may end without a
 * full stop. In another language (`expected.language`) a last sentence breaks off when those before
 * it are closed and it is not. Unscored: an empty or over-long answer (both are failures of the model by themselves).
 * Not measured: whether anything is missing in an answer that ends well, such as the last points of
 * a list; loops (grader `focus`); the schema of JSON (grader `json`); languages that do not end
 * sentences with a mark.
 *
 * @example
 * truncation.grade({ answer: "Sie können den Antrag stellen. Dafür brauchen Sie einen" }).score; // value 0
 */
export const truncation = defineGrader({
  name: "truncation",
  version: "6",
  title: "Ist vollständig und lesbar, bricht nicht ab",
  needs: [],
  options,
  failureClass: "truncated",
  judge: judgeTruncation,
});

function judgeTruncation(answer: string, context: Context): Judgement {
  const { finishReason, options: chosen } = context;
  const { language } = context.case.expected ?? {};
  const end = answer.trimEnd().length;
  if (finishReason === "length") {
    const reason = `Abgebrochen, weil die höchste Länge erreicht war: „${tail(answer, end)}“`;
    return broken({ reason, start: lastWords(end), end });
  }
  const garbled = garbledShare(answer);
  if (garbled >= mostGarbled) {
    const percent = Math.round(garbled * 100);
    return unparseable(`${percent} % der Zeichen sind Steuer- oder Ersatzzeichen.`, answer.length);
  }
  const json = readJson(answer, chosen.format === "json");
  if (json === "broken-off") {
    const reason = `Der JSON-Wert bricht ab: „${tail(answer, end)}“`;
    return broken({ reason, start: lastWords(end), end });
  }
  if (json === "unreadable") return unparseable("Die Antwort enthält kein lesbares JSON.", end);
  const ending = chosen.endings ? endingOf(answer, { json, language }) : undefined;
  if (ending !== undefined) {
    const reason = `${ending.reason}: „${tail(answer, end)}“`;
    return broken({ reason, start: ending.start, end });
  }
  return {
    status: "scored",
    value: 1,
    reason: "Vollständig und lesbar.",
    measures: outcome("whole"),
  };
}

/** Behind whole JSON only the code block around it can break off. */
function endingOf(
  answer: string,
  { json, language }: { readonly json: JsonEnding; readonly language: string | undefined },
): BrokenEnding | undefined {
  return json === "none" ? brokenEnding(answer, language) : openFence(answer.trimEnd());
}

/** Share of characters that cannot be read, from which on an answer cannot be either. */
const mostGarbled = 0.2;

/** Characters at the end that a reason quotes. */
const quotedLength = 60;

function lastWords(end: number): number {
  return Math.max(0, end - quotedLength);
}

function tail(answer: string, end: number): string {
  const start = lastWords(end);
  return `${start > 0 ? "… " : ""}${answer.slice(start, end).replaceAll(/\s+/gu, " ")}`;
}

function outcome(name: "whole" | "truncated" | "unparseable"): Readonly<Record<string, number>> {
  return { truncated: name === "truncated" ? 1 : 0, unparseable: name === "unparseable" ? 1 : 0 };
}

function broken(found: {
  readonly reason: string;
  readonly start: number;
  readonly end: number;
}): Judgement {
  const { reason, start, end } = found;
  return {
    status: "scored",
    value: 0,
    reason,
    measures: outcome("truncated"),
    evidence: [{ start, end, kind: "truncated" }],
  };
}

function unparseable(reason: string, end: number): Judgement {
  return {
    status: "scored",
    value: 0,
    reason,
    measures: outcome("unparseable"),
    evidence: [{ start: 0, end: Math.min(end, quotedLength), kind: "unparseable" }],
    failureClass: "unparseable",
  };
}
