import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";

/**
 * The user's folder for what is fetched once and used by every run: `AMTSPROBE_CACHE` if set, else
 * `amtsprobe` in `XDG_CACHE_HOME`, else `~/.cache/amtsprobe` (XDG Base Directory Specification: an
 * empty or relative `XDG_CACHE_HOME` counts as not set).
 */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const own = environment["AMTSPROBE_CACHE"] ?? "";
  if (own !== "") return resolve(own);
  const shared = environment["XDG_CACHE_HOME"] ?? "";
  return join(isAbsolute(shared) ? shared : join(homedir(), ".cache"), "amtsprobe");
}
