const longestQuote = 160;
const longestReason = 4000;

/**
 * Cuts what a reason quotes when an answer is out of all proportion, such as one number of 200 000
 * digits: beyond 4 000 characters, quotes to 160 and the whole to 4 000. The evidence still shows the full passage.
 */
export function shortReason(reason: string): string {
  if (reason.length <= longestReason) return reason;
  const [first = "", ...rest] = reason.split("„");
  const cut = [
    first,
    ...rest.map((piece) => {
      const end = piece.indexOf("“");
      return end < 0 ? piece : shortened(piece.slice(0, end), longestQuote) + piece.slice(end);
    }),
  ].join("„");
  return shortened(cut, longestReason);
}

/** Whole characters only. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${Array.from(text.slice(0, most)).slice(0, -1).join("")}…`;
}
