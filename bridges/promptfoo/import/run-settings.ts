import { isGroup, type Group } from "./raw-config.ts";
import type { ImportSession } from "./session.ts";

/** What `evaluateOptions` mean for a run of ours. */
export interface RunSettings {
  readonly attempts?: number | undefined;
  readonly concurrency?: number | undefined;
  readonly requestsPerMinute?: number | undefined;
}

const harmless = new Set(["cache", "showProgressBar", "silent", "timeoutMs", "maxEvalTimeMs"]);

/** Reads `evaluateOptions`: `repeat` is attempts, `maxConcurrency` and `delay` are limits. */
export function readRunSettings(session: ImportSession, config: Group): RunSettings {
  const written = config["evaluateOptions"];
  if (!isGroup(written)) return {};
  const { repeat, maxConcurrency, delay } = written;
  for (const name of Object.keys(written)) {
    if (["repeat", "maxConcurrency", "delay"].includes(name)) continue;
    if (harmless.has(name))
      session.remark(written, name, `${name}: wie promptfoo läuft, nicht was es misst`);
    else session.refuse(written, name, `evaluateOptions.${name} hat hier kein Gegenstück`);
  }
  return {
    ...(isCount(repeat) && repeat > 1 && { attempts: repeat }),
    ...(isCount(maxConcurrency) && { concurrency: maxConcurrency }),
    ...(isCount(delay) && { requestsPerMinute: Math.max(1, Math.floor(60_000 / delay)) }),
  };
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1;
}
