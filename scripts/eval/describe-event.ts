import type { Failed } from "../../core/outcome.ts";
import type { RunEvent } from "../../engine/run-event.ts";
import { counted } from "./counted.ts";
import { formatDuration } from "./describe-progress.ts";

/** An event in a German line; absent where progress shows it anyway. */
export function describeEvent(
  event: Exclude<RunEvent, { type: "run-start" | "trial-finish" }>,
): string | undefined {
  switch (event.type) {
    case "model-message":
      return `${event.model}: ${event.message}`;
    case "model-start":
      return `${event.model}: ${counted(event.trials)} Durchgänge beginnen.`;
    case "call-retry":
      return `${event.model}: ${event.failure.message} ${describePause(event.failure)}`;
    case "model-finish":
      return event.stop === undefined ? undefined : `${event.model}: ${event.stop.message}`;
    case "journal-continue":
      return "Es ist wieder Platz; der Lauf geht weiter.";
    case "journal-wait":
      return `Der Datenträger ist voll (${event.path}). Der Lauf wartet: Schaffen Sie Platz, dann geht er von selbst weiter. Strg-C beendet ihn; mit --resume lässt er sich später fortsetzen.`;
    case "cache-off":
      return `Der Zwischenspeicher der Antworten ist nicht benutzbar, alles wird neu gefragt: ${event.message}`;
    case "journal-mended":
    default:
      return `${event.lines} beschädigte Zeilen des Protokolls wurden zur Seite gelegt.`;
  }
}

/** What becomes of an attempt that failed; how often in all is told at the end. */
function describePause({ retryAfterMs = 0 }: Failed): string {
  if (retryAfterMs < 1000) return "Es wird noch einmal gefragt.";
  return `Es wird nach ${formatDuration(retryAfterMs)} noch einmal gefragt; um diese Pause bittet der Endpunkt.`;
}
