import { MultiBar, type SingleBar } from "cli-progress";
import { describeCount, describePace, describeState } from "./describe-progress.ts";
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

const look = {
  format: "{bar} {percentage} % · {text}",
  barCompleteChar: "█",
  barIncompleteChar: "░",
  barsize: 20,
  hideCursor: true,
  clearOnComplete: true,
};

function openBars(stream: NodeJS.WriteStream, { meter, spend }: Standing): Bars {
  const bars = new MultiBar({ ...look, stream });
  const count = (): string => describeCount(meter.progress());
  const pace = (): string => describePace(meter.progress(), "");
  const money = (): string => describeMoney(spend());
  const { total, done } = meter.progress();
  const whole = bars.create(total, done, { text: count() });
  // In lines of their own: beside the bar they would not fit into 80 columns.
  const plain = { format: "  {text}" };
  const paceLine = bars.create(total, done, { text: pace() }, plain);
  const isPaid = money() !== "";
  const moneyLine = isPaid ? bars.create(total, done, { text: money() }, plain) : undefined;
  const lines = new Map<string, SingleBar>();
  const models = meter.models().filter((one) => one.total > 0);
  for (const one of models.length > mostModelLines ? [] : models) {
    const text = describeState(one);
    lines.set(one.model, bars.create(one.total, one.done, { text }, plain));
  }
  return {
    update: () => {
      whole.update(meter.progress().done, { text: count() });
      paceLine.update(meter.progress().done, { text: pace() });
      moneyLine?.update(meter.progress().done, { text: money() });
      for (const progress of meter.models()) {
        lines.get(progress.model)?.update(progress.done, { text: describeState(progress) });
      }
    },
    tell: (text) => bars.log(overBars(text, stream.columns)),
    // The last lines are written with the last rendering; then cursor and line wrap come back.
    close: () => {
      bars.update();
      bars.stop();
    },
  };
}

/** `Kosten 1,20 € von 5,00 €`; empty when no model costs money. */
function describeMoney(spend: Spend): string {
  const text = formatSpend(spend);
  return text === "" || text.startsWith("Kosten") ? text : `Kosten ${text}`;
}

/** Columns of a terminal that does not tell. */
const usualWidth = 80;
/** Takes away what the line said before, from the cursor on (ECMA-48, EL). */
const clearRest = "\u001b[K";

/** A text that is written where bars stood: they switch off the terminal's own wrapping of lines. */
function overBars(text: string, width = usualWidth): string {
  return wrapWords(text, width)
    .map((line) => `${line}${clearRest}\n`)
    .join("");
}

/** Lines of at most so many characters, broken at spaces; a longer word is broken too. */
function wrapWords(text: string, width: number): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let rest = paragraph;
    while (rest.length > width) {
      const space = rest.lastIndexOf(" ", width);
      const end = space > 0 ? space : width;
      lines.push(rest.slice(0, end));
      rest = rest.slice(end).trimStart();
    }
    return [...lines, rest];
  });
}
