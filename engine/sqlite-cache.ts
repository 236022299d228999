import { closeSync, constants, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { completedSchema, type Completed } from "../core/outcome.ts";
import type { AnswerCache } from "./answer-cache.ts";
import { formatLine, parseLine } from "./journal-line.ts";
import { noFollow } from "./no-follow.ts";

/** A cache in a file; several processes may use it at once. */
export interface StoredCache extends AnswerCache {
  readonly close: () => void;
}

export interface StoreContext {
  /** The time in milliseconds since 1970, for the age of answers. */
  readonly now: () => number;
  /** Told once why the cache is of no use any more; the run goes on without it. */
  readonly onTrouble: (message: string) => void;
}

/** The name tells the format, so that another version of the program has a file of its own. */
export const cacheFileName = "answers-1.sqlite";
/** Age in milliseconds (30 days) from which on an answer is asked anew: endpoints change. */
const longestAge = 30 * 24 * 60 * 60 * 1000;
/** Time in milliseconds for which a write waits for another process. */
export const busyTimeout = 5000;

/**
 * Opens the cache in the user's folder. A cache is a convenience: whatever is wrong with it (damaged,
 * full disk, no rights) never stops a run, it is told once and then nothing is found or kept.
 */
export function openStoredCache(folder: string, { now, onTrouble }: StoreContext): StoredCache {
  let store: Store | undefined;
  const close = (): void => {
    const open = store;
    store = undefined;
    open?.close();
  };
  const attempt = <Result>(action: () => Result): Result | undefined => {
    try {
      return action();
    } catch (cause) {
      close();
      onTrouble(cause instanceof Error ? cause.message : String(cause));
      return undefined;
    }
  };
  store = attempt(() => openStore(join(folder, cacheFileName), folder));
  attempt(() => store?.forget(now() - longestAge));
  return {
    find: (callHash) => attempt(() => store?.find(callHash, now() - longestAge)),
    keep: (callHash, answer) => attempt(() => store?.keep(callHash, answer, now())),
    close,
  };
}

interface Store {
  readonly find: (callHash: string, oldest: number) => Completed | undefined;
  readonly keep: (callHash: string, answer: Completed, keptAt: number) => void;
  readonly forget: (oldest: number) => void;
  readonly close: () => void;
}

function openStore(path: string, folder: string): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // SQLite would make the file readable for everybody, and follow a link.
  closeSync(openSync(path, constants.O_RDWR | constants.O_CREAT | noFollow, 0o600));
  const database = new DatabaseSync(path, { timeout: busyTimeout });
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
  database.exec(
    "CREATE TABLE IF NOT EXISTS answers (call TEXT PRIMARY KEY, kept_at INTEGER NOT NULL, answer TEXT NOT NULL) STRICT",
  );
  const select = database.prepare("SELECT answer FROM answers WHERE call = ? AND kept_at >= ?");
  const insert = database.prepare(
    "INSERT OR REPLACE INTO answers (call, kept_at, answer) VALUES (?, ?, ?)",
  );
  const remove = database.prepare("DELETE FROM answers WHERE kept_at < ?");
  return {
    find: (callHash, oldest) => readAnswer(select, callHash, oldest),
    keep: (callHash, answer, keptAt) =>
      void insert.run(callHash, Math.trunc(keptAt), formatLine(answer)),
    forget: (oldest) => void remove.run(Math.trunc(oldest)),
    close: () => database.close(),
  };
}

/** An answer that is damaged or of another format is not there. */
function readAnswer(
  select: StatementSync,
  callHash: string,
  oldest: number,
): Completed | undefined {
  const text = select.get(callHash, Math.trunc(oldest))?.["answer"];
  const parsed = typeof text === "string" ? parseLine(text.trimEnd()) : "damaged";
  return parsed === "damaged" ? undefined : completedSchema.safeParse(parsed.value).data;
}
