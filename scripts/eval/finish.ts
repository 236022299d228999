import type { ExitCode } from "../../core/user-error.ts";
import { printError, printLine } from "../print.ts";
import { shownPath } from "../start-folder.ts";
import { writeEvent } from "./json-log.ts";
import type { LogFormat } from "./run-log.ts";
import { sit, type SittingOrder } from "./sitting.ts";

/** How results and progress are written. */
export interface Output {
  readonly asJson: boolean;
  readonly format: LogFormat;
}

/** Sits a run and prints what came of it; after trouble it says how to go on. */
export async function finish(order: SittingOrder, asJson: boolean): Promise<ExitCode> {
  const { folder, format } = order;
  try {
    const { code, summary, findings } = await sit(order);
    if (asJson) printLine(JSON.stringify({ folder, run: findings.run }));
    else printLine(summary);
    return code;
  } catch (cause) {
    const message = `Bis hier ist alles gespeichert. Weiter geht es mit: npm run eval -- --resume ${shownPath(folder)}`;
    if (format === "json") writeEvent(process.stderr, { event: "warning", message });
    else printError(message);
    throw cause;
  }
}
