import type { Evidence } from "../../core/score.ts";
import { cleanText } from "./clean-text.ts";

/** Longest answer (UTF-16 code units) that an exercise shows whole. */
export const longestShown = 1500;

const gap = "[…]";

/**
 * An answer as an exercise shows it: whole, or the part around the first passage that graders point
 * at, cut at line or word borders and marked with `[…]`.
 */
export function excerpt(answer: string, evidence: readonly Evidence[]): string {
  if (answer.length <= longestShown) return cleanText(answer);
  const at = evidence[0]?.start ?? 0;
  const from = at < longestShown / 2 ? 0 : borderBefore(answer, at - longestShown / 2);
  const to = borderBefore(answer, from + longestShown);
  const part = cleanText(answer.slice(from, to));
  return [from > 0 ? gap : "", part, to < answer.length ? gap : ""].filter(Boolean).join("\n");
}

function borderBefore(text: string, at: number): number {
  const place = Math.min(Math.floor(at), text.length);
  if (place === text.length) return place;
  const border = Math.max(text.lastIndexOf("\n", place), text.lastIndexOf(" ", place));
  return border > place - 200 && border > 0 ? border : place;
}
