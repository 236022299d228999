import type { Say } from "../say.ts";
import { markup, nothing, type Html } from "./escape.ts";

/**
 * Names, below a table, how its intervals and p-values were computed. A method is a list of steps
 * with semicolons between them; a step that several rows share is named once.
 */
export function methodNote(say: Say, rows: readonly { readonly method: string }[]): Html {
  const methods = [...new Set(rows.flatMap((row) => row.method.replace(/\.$/u, "").split("; ")))];
  if (methods.length === 0) return nothing;
  const steps = methods.map((step, at) => markup`${at === 0 ? "" : "; "}${say.fromAnalysis(step)}`);
  return markup`<p class="kern-body kern-body--small kern-body--muted note">
    ${say.text.methodLabel}: ${steps}.
  </p>`;
}
