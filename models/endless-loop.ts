/** Tokens that a repeated passage may have. */
const longestPassage = 64;
/** Tokens that the repetitions must have together, so that a row of dots is no loop. */
const shortestLoop = 48;

/** True when a sequence ends in one passage three times or more in a row, without any difference. */
export function endsInLoop(tokens: readonly number[]): boolean {
  for (let period = 1; period <= longestPassage; period += 1) {
    if (repeatsWith(period, tokens)) return true;
  }
  return false;
}

function repeatsWith(period: number, tokens: readonly number[]): boolean {
  const start = tokens.length - Math.max(3 * period, shortestLoop);
  if (start < 0) return false;
  for (let index = tokens.length - 1; index >= start + period; index -= 1) {
    if (tokens[index] !== tokens[index - period]) return false;
  }
  return true;
}
