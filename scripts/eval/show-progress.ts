import { isCached } from "../../core/outcome.ts";
import type { RunEvent } from "../../engine/run-event.ts";
import { counted } from "./counted.ts";
import { describeProgress } from "./describe-progress.ts";
import { describeEvent } from "./describe-event.ts";
import { makeBars, type ProgressView } from "./progress-bars.ts";
import type { RunLog } from "./run-log.ts";
import { makeRunMeter, type RunMeter } from "./run-meter.ts";
import { formatSpend, type Spend } from "./spend.ts";

/** A bar for the run and a line per model on a terminal, plain lines elsewhere. */
export function showProgress(stream: NodeJS.WriteStream, spend: () => Spend): RunLog {
  const meter = makeRunMeter(() => performance.now());
  const view = stream.isTTY ? makeBars(stream, { meter, spend }) : makeLines(stream, meter, spend);
  const tell = (message: string): void => view.tell(message);
  const isNews = makeNews();
  return {
    onEvent: (event) => {
      count(meter, event);
      if (event.type === "run-start") return view.begin();
      const text =
        event.type === "trial-finish" || !isNews(event) ? undefined : describeEvent(event);
      if (text !== undefined) tell(text);
      if (advancing.has(event.type)) view.advance();
      return undefined;
    },
    warn: tell,
    note: tell,
    interrupt: tell,
    finish: () => undefined,
    free: view.free,
    stop: view.stop,
  };
}

/** Events after which the numbers are other ones. */
const advancing: ReadonlySet<RunEvent["type"]> = new Set([
  "trial-finish",
  "call-retry",
  "model-start",
  "model-finish",
]);

/** False for an attempt that failed for a reason that was told of its model before. */
function makeNews(): (event: RunEvent) => boolean {
  const told = new Set<string>();
  return (event) => {
    if (event.type !== "call-retry") return true;
    const kind = `${event.failure.code} ${event.model}`;
    const isNew = !told.has(kind);
    told.add(kind);
    return isNew;
  };
}

function count(meter: RunMeter, event: RunEvent): void {
  if (event.type === "run-start") meter.start(event.models);
  if (event.type === "model-start") meter.begin(event.model);
  if (event.type === "call-retry") meter.retry(event.model);
  if (event.type === "model-finish") meter.end(event.model, event.stop !== undefined);
  if (event.type === "trial-finish") {
    meter.tick(event.trial.model, isCached(event.trial.outcome));
  }
}

/** Without a terminal a line every tenth of the way. */
function makeLines(stream: NodeJS.WriteStream, meter: RunMeter, spend: () => Spend): ProgressView {
  let shown = 0;
  const tell = (text: string): void => void stream.write(`${text}\n`);
  return {
    begin: () => {
      const { total, done } = meter.progress();
      shown = Math.floor((done * 10) / total);
      tell(
        `${counted(total)} Durchgänge geplant${done === 0 ? "" : `, davon ${counted(done)} schon erledigt`}.`,
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
    free: async (question) => question(),
    stop: () => undefined,
  };
}
