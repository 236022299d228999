let loaded: Promise<typeof import("undici")> | undefined;

/** Loads undici with the first request. `import()` looks its file up anew each time, which is not free. */
export async function loadUndici(): Promise<typeof import("undici")> {
  return (loaded ??= import("undici"));
}
