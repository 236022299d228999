import { counted } from "./counted.ts";
import type { ModelProgress, ModelState, RunProgress } from "./run-meter.ts";

/** `40 von 120 Durchgängen · 30 je Minute · noch mindestens 3 min · 0,12 €`, a line by itself. */
export function describeProgress(progress: RunProgress, spend: string): string {
  const { done, total } = progress;
  const left = leftText(progress, "mindestens");
  return [
    `${counted(done)} von ${counted(total)} Durchgängen`,
    `${paceText(progress)} je Minute`,
    ...(done < total ? [`noch ${left}`] : []),
    ...(spend === "" ? [] : [spend]),
  ].join(" · ");
}

/** `40 von 120 · 30/min · noch mind. 3 min · 0,12 €`, short enough to stand behind a bar. */
export function describeBar(progress: RunProgress, spend: string): string {
  const { done, total } = progress;
  return [
    `${counted(done)} von ${counted(total)}`,
    `${paceText(progress)}/min`,
    ...(done < total ? [`noch ${leftText(progress, "mind.")}`] : []),
    ...(spend === "" ? [] : [spend]),
  ].join(" · ");
}

function paceText({ perMinute }: RunProgress): string {
  return perMinute === undefined ? "–" : counted(Math.round(perMinute));
}

/** With a model whose pace is not known yet, "at least nothing" says nothing. */
function leftText({ leftMs, leftIsAtLeast }: RunProgress, atLeast: string): string {
  if (leftMs === undefined || (leftIsAtLeast && leftMs < 1000)) {
    return leftIsAtLeast ? "unbekannt" : "–";
  }
  const text = formatDuration(leftMs);
  return leftIsAtLeast ? `${atLeast} ${text}` : text;
}

const states: Readonly<Record<ModelState, string>> = {
  waiting: "wartet",
  running: "läuft",
  finished: "fertig",
  stopped: "aufgehört",
};

/** `compatible:haus: 40 von 60, läuft, 3 Versuche wiederholt`. */
export function describeState({ model, state, done, total, retries }: ModelProgress): string {
  const again = retries === 1 ? "1 Versuch wiederholt" : `${counted(retries)} Versuche wiederholt`;
  return [
    `${model}: ${counted(done)} von ${counted(total)}`,
    states[state],
    ...(retries === 0 ? [] : [again]),
  ].join(", ");
}

/** `95 s` up to two minutes, `7 min` up to two hours, else `3 h 5 min`. */
export function formatDuration(ms: number): string {
  if (ms < 120_000) return `${Math.ceil(ms / 1000)} s`;
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
