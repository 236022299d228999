import type * as Undici from "undici";

let loaded: Promise<typeof Undici> | undefined;

/** Loads undici with the first request. `import()` looks its file up anew each time, which is not free. */
export async function loadUndici(): Promise<typeof Undici> {
  return (loaded ??= import("undici"));
}
