import { characterCounter } from "../text/count-characters.ts";

/** Share (0..1) of characters that show nothing readable: control, replacement, private, unassigned. */
export function garbledShare(text: string): number {
  const bad = countBad(text);
  if (bad === 0) return 0;
  const all = countVisible(text);
  return all === 0 ? 0 : Math.min(1, bad / all);
}

const countBad = characterCounter(/[\p{Cn}\p{Co}\p{Cs}\ufffd]|(?![\t\n\v\f\r\u0085])\p{Cc}/u);
const countVisible = characterCounter(/\S/u);
