import { maskSecrets } from "./secrets.ts";

/**
 * A report of Node.js holds the variables, and the message of an error. On a fatal error it heeds
 * `excludeEnv` only from the command line, so none is written then, nor on a signal; one that is asked
 * for leaves out the variables and masks the error.
 */
export function maskErrorReports(): void {
  const { report } = process;
  Object.assign(report, {
    excludeEnv: true,
    reportOnFatalError: false,
    reportOnSignal: false,
    reportOnUncaughtException: false,
  });
  for (const name of ["getReport", "writeReport"] as const) {
    const original = Reflect.get(report, name) as (...words: unknown[]) => unknown;
    Reflect.set(report, name, (...words: unknown[]) =>
      Reflect.apply(original, report, masked(words)),
    );
  }
}

function masked(words: readonly unknown[]): unknown[] {
  return words
    .filter((word) => word !== undefined)
    .map((word) => (word instanceof Error ? plainCopy(word) : word));
}

/** Without the fields that libraries hang on their errors: the request with its headers. */
function plainCopy(error: Error): Error {
  const copy = new Error(maskSecrets(error.message));
  copy.stack = maskSecrets(error.stack ?? "");
  return copy;
}
