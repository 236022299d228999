import type { Say } from "../say.ts";

/** How a number was computed: a list of steps with semicolons between them. */
export function methodText(say: Say, method: string): string {
  return method.split("; ").map(say.analysisText).join("; ");
}
