import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { exitCodes, UserError } from "../core/user-error.ts";
import { busyTimeout, cacheFileName } from "./sqlite-cache.ts";

/** Counts the answers in the cache that were kept before a time (milliseconds since 1970). */
export function countAnswersBefore(folder: string, time: number): number {
  return withCache(folder, (cache) => {
    const row = cache.prepare("SELECT count(*) AS n FROM answers WHERE kept_at < ?").get(time);
    return Number(row?.["n"] ?? 0);
  });
}

/**
 * Deletes the answers in the cache that were kept before a time and gives their number. Their bytes are
 * overwritten in the file and in its log. A cache that is not there has none; one that cannot be read is
 * an error (`cache-unusable`).
 */
export function forgetAnswersBefore(folder: string, time: number): number {
  return withCache(folder, (cache) => {
    cache.exec("PRAGMA secure_delete = ON");
    const { changes } = cache.prepare("DELETE FROM answers WHERE kept_at < ?").run(time);
    cache.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    cache.exec("VACUUM");
    return Number(changes);
  });
}

function withCache(folder: string, act: (cache: DatabaseSync) => number): number {
  const path = join(folder, cacheFileName);
  if (!existsSync(path)) return 0;
  try {
    const cache = new DatabaseSync(path, { timeout: busyTimeout });
    try {
      return act(cache);
    } finally {
      cache.close();
    }
  } catch (cause) {
    throw new UserError("Der Zwischenspeicher der Antworten lässt sich nicht bereinigen.", {
      code: "cache-unusable",
      exitCode: exitCodes.infrastructure,
      place: { file: path },
      nextStep:
        "Beenden Sie andere Läufe und versuchen Sie es noch einmal, oder löschen Sie diese Datei: Alles darin lässt sich neu fragen.",
      cause,
    });
  }
}
