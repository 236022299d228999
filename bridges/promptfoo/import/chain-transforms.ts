/** Two expressions of JavaScript, the second over what the first makes of the answer; absent when one is more. */
export function inTurn(first: unknown, second: unknown): string | undefined {
  if (!isExpression(first) || !isExpression(second)) return undefined;
  return `((output) => (${second.trim()}))(${first.trim()})`;
}

/** In one line and no function; that is how promptfoo tells an expression from a body or a file. */
function isExpression(code: unknown): code is string {
  return typeof code === "string" && !/\n|;|=>|\bfunction\b|^file:\/\/|\/\//u.test(code.trim());
}
