import { wrongUse } from "../options.ts";
import { makeJsonLog } from "./json-log.ts";
import type { LogFormat, RunLog } from "./run-log.ts";
import { showProgress } from "./show-progress.ts";
import type { Spend } from "./spend.ts";

/** Reads `--log-format`. */
export function readLogFormat(text: string | undefined): LogFormat {
  if (text === undefined || text === "text" || text === "json") return text ?? "text";
  throw wrongUse(`--log-format ist text oder json, nicht „${text}“.`, "eval");
}

/** Opens the log of a run; `spend` is asked for what it has cost so far. */
export function openRunLog(
  format: LogFormat,
  stream: NodeJS.WriteStream,
  spend: () => Spend,
): RunLog {
  return format === "json" ? makeJsonLog(stream, spend) : showProgress(stream, spend);
}
