/** The first UTF-16 code units of an answer, at most `longest`; never half of a surrogate pair. */
export function beginningOf(answer: string, longest: number): string {
  const cut = answer.slice(0, longest);
  return answer.length > longest ? cut.replace(/[\ud800-\udbff]$/u, "") : cut;
}
