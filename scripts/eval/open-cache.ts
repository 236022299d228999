import type { AnswerCache } from "../../engine/answer-cache.ts";
import { openStoredCache } from "../../engine/sqlite-cache.ts";
import { cacheFolder } from "../../models/cache-folder.ts";
import { readEnvironment } from "../environment.ts";
import { wrongUse } from "../options.ts";

/** How a run uses answers of earlier runs: as they are, anew (and kept for later ones), not at all. */
export type CacheUse = "use" | "fresh" | "off";

/** Reads `--no-cache` and `--fresh`; `--no-answers` keeps none in the cache either. */
export function readCacheUse(words: {
  readonly "no-cache"?: boolean | undefined;
  readonly "no-answers"?: boolean | undefined;
  readonly fresh?: boolean | undefined;
}): CacheUse {
  const noAnswers = words["no-answers"] === true;
  const off = words["no-cache"] === true || noAnswers;
  const fresh = words.fresh === true && !noAnswers;
  if (off && fresh) throw wrongUse("--no-cache und --fresh vertragen sich nicht.", "eval");
  if (off) return "off";
  return fresh ? "fresh" : "use";
}

/** The cache in the user's folder; `onTrouble` is told when it can be used no longer. */
export function openCache(
  use: CacheUse,
  onTrouble: (message: string) => void,
): { readonly cache: AnswerCache | undefined; readonly close: () => void } {
  if (use === "off") return { cache: undefined, close: () => undefined };
  const stored = openStoredCache(cacheFolder(readEnvironment()), {
    now: () => Date.now(),
    onTrouble,
  });
  const cache = use === "fresh" ? { ...stored, find: () => undefined } : stored;
  return { cache, close: stored.close };
}
