/** Share (0..1) of characters that show nothing readable: control, replacement, private, unassigned. */
export function garbledShare(text: string): number {
  const bad = text.match(/[\p{Cn}\p{Co}\p{Cs}\ufffd]|(?![\t\n\v\f\r\u0085])\p{Cc}/gu)?.length ?? 0;
  if (bad === 0) return 0;
  const all = text.match(/\S/gu)?.length ?? 0;
  return all === 0 ? 0 : Math.min(1, bad / all);
}
