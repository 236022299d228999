import { markup, nothing, type Html } from "./escape.ts";

/**
 * Names, below a table, how its intervals and p-values were computed. A method is a list of steps
 * with semicolons between them; a step that several rows share is named once.
 */
export function methodNote(rows: readonly { readonly method: string }[]): Html {
  const methods = [...new Set(rows.flatMap((row) => row.method.split("; ")))];
  if (methods.length === 0) return nothing;
  return markup`<p class="kern-body kern-body--small kern-body--muted note">
    Verfahren: ${methods.join("; ")}.
  </p>`;
}
