import { composedText } from "../../core/composed-text.ts";

/** A passage. Offsets are UTF-16 code units; `text` is what stands between them. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Start and end of a passage without its text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds passages in the composed form (NFC) of a text and points at them in the text as given, so
 * that composed and decomposed spelling have the same words and sentences.
 */
export function spansOf(
  text: string,
  find: (composed: string) => readonly TextRange[],
): TextSpan[] {
  const composed = composedText(text);
  const spans: TextSpan[] = [];
  for (const range of find(composed.text)) {
    const start = composed.originalOffset(range.start);
    const end = composed.originalOffset(range.end);
    spans.push({ start, end, text: text.slice(start, end) });
  }
  return spans;
}
