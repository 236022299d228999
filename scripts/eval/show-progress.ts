import { MultiBar, type SingleBar } from "cli-progress";
import { isCached } from "../../core/outcome.ts";
import type { RunEvent } from "../../engine/run-event.ts";
import { describeBar, describeProgress, describeState } from "./describe-progress.ts";
import { describeEvent } from "./describe-event.ts";
import type { RunLog } from "./run-log.ts";
import { makeRunMeter, type RunMeter } from "./run-meter.ts";
import { decimal } from "../../reports/sentences/numbers.ts";
import { formatSpend, type Spend } from "./spend.ts";

/** Lines for single models; more would push the rest off the screen. */
const mostModelLines = 10;

/** A bar for the run and a line per model on a terminal, plain lines elsewhere. */
export function showProgress(stream: NodeJS.WriteStream, spend: () => Spend): RunLog {
  const meter = makeRunMeter(() => performance.now());
  const view = stream.isTTY ? makeBars(stream, meter, spend) : makeLines(stream, meter, spend);
  const tell = (message: string): void => view.tell(message);
  return {
    onEvent: (event) => {
      count(meter, event);
      if (event.type === "trial-finish") view.advance();
      else if (event.type === "run-start") view.begin();
      else if (event.type !== "call-retry") {
        const text = describeEvent(event);
        if (text !== undefined) tell(text);
        if (event.type === "model-start" || event.type === "model-finish") view.advance();
      }
    },
    warn: tell,
    interrupt: tell,
    finish: () => undefined,
    stop: view.stop,
  };
}

function count(meter: RunMeter, event: RunEvent): void {
  if (event.type === "run-start") meter.start(event.models);
  if (event.type === "model-start") meter.begin(event.model);
  if (event.type === "model-finish") meter.end(event.model, event.stop !== undefined);
  if (event.type === "trial-finish") {
    meter.tick(event.trial.model, isCached(event.trial.outcome));
  }
}

interface View {
  readonly begin: () => void;
  readonly advance: () => void;
  readonly tell: (text: string) => void;
  readonly stop: () => void;
}

function makeBars(stream: NodeJS.WriteStream, meter: RunMeter, spend: () => Spend): View {
  const bars = new MultiBar({
    stream,
    format: "{bar} {percentage} % · {text}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 10,
    hideCursor: true,
    clearOnComplete: true,
  });
  let whole: SingleBar | undefined;
  const lines = new Map<string, SingleBar>();
  const textOf = (): string => describeBar(meter.progress(), formatSpend(spend()));
  const advance = (): void => {
    whole?.update(meter.progress().done, { text: textOf() });
    for (const progress of meter.models()) {
      lines.get(progress.model)?.update(progress.done, { text: describeState(progress) });
    }
  };
  return {
    begin: () => {
      const { total, done } = meter.progress();
      whole = bars.create(total, done, { text: textOf() });
      const models = meter.models().filter((one) => one.total > 0);
      for (const one of models.length > mostModelLines ? [] : models) {
        const text = describeState(one);
        lines.set(one.model, bars.create(one.total, one.done, { text }, { format: "  {text}" }));
      }
    },
    advance,
    tell: (text) => bars.log(`${text}\n`),
    // The last lines are written with the last rendering; then cursor and line wrap come back.
    stop: () => {
      bars.update();
      bars.stop();
    },
  };
}

/** Without a terminal a line every tenth of the way. */
function makeLines(stream: NodeJS.WriteStream, meter: RunMeter, spend: () => Spend): View {
  let shown = 0;
  const tell = (text: string): void => void stream.write(`${text}\n`);
  return {
    begin: () => {
      const { total, done } = meter.progress();
      shown = Math.floor((done * 10) / total);
      tell(
        `${decimal(total)} Durchgänge geplant${done === 0 ? "" : `, davon ${decimal(done)} schon erledigt`}.`,
      );
    },
    advance: () => {
      const progress = meter.progress();
      const tenth = Math.floor((progress.done * 10) / progress.total);
      if (tenth <= shown) return;
      shown = tenth;
      tell(describeProgress(progress, formatSpend(spend())));
    },
    tell,
    stop: () => undefined,
  };
}
