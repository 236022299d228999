import { MultiBar, type SingleBar } from "cli-progress";
import { isCached } from "../../core/outcome.ts";
import type { RunEvent } from "../../engine/run.ts";
import { makeMeter } from "./pace.ts";

/** Shows a run while it goes on; everything goes to stderr. */
export interface ProgressDisplay {
  readonly onEvent: (event: RunEvent) => void;
  readonly stop: () => void;
}

type Write = (text: string) => void;

/** A bar with rate and time left on a terminal, plain lines elsewhere. */
export function showProgress(stream: NodeJS.WriteStream): ProgressDisplay {
  const write: Write = (text) => void stream.write(text);
  return stream.isTTY ? terminalBar(stream) : plainLines(write);
}

function terminalBar(stream: NodeJS.WriteStream): ProgressDisplay {
  const bars = new MultiBar({
    stream,
    format:
      "{bar} {percentage} % · {value} von {total} Durchgängen · {rate} je Minute · noch {left} · {model}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 20,
    hideCursor: true,
    clearOnComplete: true,
  });
  const meter = makeMeter(() => performance.now());
  let bar: SingleBar | undefined;
  return {
    onEvent: (event) => {
      if (event.type === "run-start") {
        meter.start(event.total, event.done);
        bar = bars.create(event.total, event.done, { rate: "–", left: "–", model: "" });
      } else if (event.type === "trial-finish") {
        const done = isCached(event.trial.outcome) ? meter.skip() : meter.tick();
        bar?.update(done, { ...meter.pace(), model: event.trial.model });
      } else {
        if (event.type === "model-start") meter.forget();
        bars.log(`${describe(event)}\n`);
      }
    },
    // The last lines are written with the last rendering; then cursor and line wrap come back.
    stop: () => {
      bars.update();
      bars.stop();
    },
  };
}

/** Without a terminal a line every tenth of the way. */
function plainLines(write: Write): ProgressDisplay {
  const meter = makeMeter(() => performance.now());
  let shown = 0;
  return {
    onEvent: (event) => {
      if (event.type === "run-start") {
        meter.start(event.total, event.done);
        const rest = event.done === 0 ? "" : `, davon ${event.done} schon erledigt`;
        write(`${event.total} Durchgänge geplant${rest}.\n`);
        return;
      }
      if (event.type !== "trial-finish") {
        if (event.type === "model-start") meter.forget();
        write(`${describe(event)}\n`);
        return;
      }
      const done = isCached(event.trial.outcome) ? meter.skip() : meter.tick();
      const tenth = Math.floor((done * 10) / meter.total());
      if (tenth === shown) return;
      shown = tenth;
      const { rate, left } = meter.pace();
      write(`${done} von ${meter.total()} Durchgängen · ${rate} je Minute · noch ${left}\n`);
    },
    stop: () => undefined,
  };
}

function describe(event: Exclude<RunEvent, { type: "run-start" | "trial-finish" }>): string {
  if (event.type === "model-message") return `${event.model}: ${event.message}`;
  if (event.type === "model-start") return `${event.model}: ${event.trials} Durchgänge beginnen.`;
  if (event.type === "journal-continue") return "Es ist wieder Platz; der Lauf geht weiter.";
  if (event.type === "journal-wait") {
    return `Der Datenträger ist voll (${event.path}). Der Lauf wartet: Schaffen Sie Platz, dann geht er von selbst weiter. Strg-C beendet ihn; mit --resume lässt er sich später fortsetzen.`;
  }
  if (event.type === "cache-off") {
    return `Der Zwischenspeicher der Antworten ist nicht benutzbar, alles wird neu gefragt: ${event.message}`;
  }
  return `${event.lines} beschädigte Zeilen des Protokolls wurden zur Seite gelegt.`;
}
