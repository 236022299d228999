import type { ComposedText } from "./composed-text.ts";
import type { Evidence } from "./score.ts";

/** A passage that a grader points at; the quote is added by `defineGrader`. */
export type Span = Omit<Evidence, "quote">;

/** The passage with its quote from the answer as it was given. */
export function quoted(span: Span, answer: string, composed: ComposedText): Evidence {
  const start = composed.originalOffset(span.start);
  const end = composed.originalOffset(span.end);
  const { kind, rule, checksum, cue } = span;
  const evidence: Evidence = { start, end, quote: answer.slice(start, end) };
  if (kind !== undefined) evidence.kind = kind;
  if (rule !== undefined) evidence.rule = rule;
  if (checksum !== undefined) evidence.checksum = checksum;
  if (cue !== undefined) evidence.cue = cue;
  return evidence;
}
