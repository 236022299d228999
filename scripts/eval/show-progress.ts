import { SingleBar } from "cli-progress";
import type { RunEvent } from "../../engine/run.ts";

/** Shows a run while it goes on; everything goes to stderr. */
export interface ProgressDisplay {
  readonly onEvent: (event: RunEvent) => void;
  readonly stop: () => void;
}

type Write = (text: string) => void;

/** A bar with rate and time left on a terminal, plain lines elsewhere. */
export function showProgress(stream: NodeJS.WriteStream): ProgressDisplay {
  const write: Write = (text) => void stream.write(text);
  return stream.isTTY ? terminalBar(stream, write) : plainLines(write);
}

function terminalBar(stream: NodeJS.WriteStream, write: Write): ProgressDisplay {
  const bar = new SingleBar({
    stream,
    format:
      "{bar} {percentage} % · {value} von {total} Durchgängen · {rate} je Minute · noch {left} · {model}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 24,
    hideCursor: true,
    etaBuffer: 20,
  });
  let model = "";
  const meter = makeMeter();
  return {
    onEvent: (event) => {
      if (event.type === "run-start") {
        meter.start(event.total, event.done);
        bar.start(event.total, event.done, { rate: "–", left: "–", model });
      } else if (event.type === "trial-finish") {
        bar.update(meter.tick(), { ...meter.pace(), model: event.trial.model });
      } else {
        if (event.type === "model-start") model = event.model;
        write(`\r\u001b[2K${describe(event)}\n`);
      }
    },
    stop: () => bar.stop(),
  };
}

/** Without a terminal a line every tenth of the way. */
function plainLines(write: Write): ProgressDisplay {
  const meter = makeMeter();
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
        write(`${describe(event)}\n`);
        return;
      }
      const done = meter.tick();
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
  return `${event.lines} beschädigte Zeilen des Protokolls wurden zur Seite gelegt.`;
}

/** Counts trials and tells how fast they come, by the monotonic clock. */
function makeMeter() {
  let total = 0;
  let done = 0;
  let before = 0;
  let startedAt = 0;
  return {
    start: (all: number, already: number) => {
      total = all;
      done = already;
      before = already;
      startedAt = performance.now();
    },
    tick: () => (done += 1),
    total: () => total,
    pace: () => {
      const perMs = (done - before) / Math.max(1, performance.now() - startedAt);
      return {
        rate: (perMs * 60_000).toFixed(0),
        left: formatDuration((total - done) / Math.max(perMs, 1e-9)),
      };
    },
  };
}

/** `95 s` up to two minutes, else `7 min`. */
export function formatDuration(ms: number): string {
  if (ms < 120_000) return `${Math.ceil(ms / 1000)} s`;
  return `${Math.round(ms / 60_000)} min`;
}
