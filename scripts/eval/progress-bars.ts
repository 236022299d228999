import { MultiBar, type SingleBar } from "cli-progress";
import { describeBar, describeState } from "./describe-progress.ts";
import type { RunLog } from "./run-log.ts";
import type { RunMeter } from "./run-meter.ts";
import { formatSpend, type Spend } from "./spend.ts";

/** Shows how a run stands. */
export interface ProgressView extends Pick<RunLog, "free" | "stop"> {
  readonly begin: () => void;
  readonly advance: () => void;
  readonly tell: (text: string) => void;
}

/** Lines for single models; more would push the rest off the screen. */
const mostModelLines = 10;

/** What {@link makeBars} shows. */
interface Standing {
  readonly meter: RunMeter;
  readonly spend: () => Spend;
}

/**
 * A bar for the run and a line per model at the lower end of a terminal. What is told stands above them;
 * while they are not there (before, after, during a question) it is written at once.
 */
export function makeBars(stream: NodeJS.WriteStream, standing: Standing): ProgressView {
  let bars: Bars | undefined;
  let isOver = false;
  const close = (): void => {
    bars?.close();
    bars = undefined;
  };
  return {
    begin: () => {
      bars = openBars(stream, standing);
    },
    advance: () => bars?.update(),
    tell: (text) => {
      if (bars === undefined) stream.write(`${text}\n`);
      else bars.tell(text);
    },
    free: async (question) => {
      close();
      try {
        return await question();
      } finally {
        if (!isOver) bars = openBars(stream, standing);
      }
    },
    stop: () => {
      isOver = true;
      close();
    },
  };
}

interface Bars {
  readonly update: () => void;
  readonly tell: (text: string) => void;
  readonly close: () => void;
}

function openBars(stream: NodeJS.WriteStream, { meter, spend }: Standing): Bars {
  const bars = new MultiBar({
    stream,
    format: "{bar} {percentage} % · {text}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 10,
    hideCursor: true,
    clearOnComplete: true,
  });
  const textOf = (): string => describeBar(meter.progress(), formatSpend(spend()));
  const { total, done } = meter.progress();
  const whole = bars.create(total, done, { text: textOf() });
  const lines = new Map<string, SingleBar>();
  const models = meter.models().filter((one) => one.total > 0);
  for (const one of models.length > mostModelLines ? [] : models) {
    const text = describeState(one);
    lines.set(one.model, bars.create(one.total, one.done, { text }, { format: "  {text}" }));
  }
  return {
    update: () => {
      whole.update(meter.progress().done, { text: textOf() });
      for (const progress of meter.models()) {
        lines.get(progress.model)?.update(progress.done, { text: describeState(progress) });
      }
    },
    tell: (text) => bars.log(`${text}\n`),
    // The last lines are written with the last rendering; then cursor and line wrap come back.
    close: () => {
      bars.update();
      bars.stop();
    },
  };
}
