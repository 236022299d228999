import { characterCounter } from "../text/count-characters.ts";

/** Share (0..1) of characters that show nothing readable: control, replacement, private, unassigned. */
export function garbledShare(text: string): number {
  const bad = mayBeBad.test(text) ? countBad(text) : 0;
  if (bad === 0) return 0;
  const all = countVisible(text);
  return all === 0 ? 0 : Math.min(1, bad / all);
}

/** What is none of the letters and signs that nearly all answers consist of. */
const mayBeBad = /[^\t-\r -~\u0085\u00a0-\u0377\u2010-\u2027\u2030-\u205e\u20ac]/;
const countBad = characterCounter(/[\p{Cn}\p{Co}\p{Cs}\ufffd]|(?![\t\n\v\f\r\u0085])\p{Cc}/u);
const countVisible = characterCounter(/\S/u);
