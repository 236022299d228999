import { counted } from "./counted.ts";
import type { ModelProgress, ModelState, RunProgress } from "./run-meter.ts";

/** `40 von 120 Durchgängen · 30 je Minute · noch mindestens 3 min · 0,12 €`. */
export function describeProgress(progress: RunProgress, spend: string): string {
  return `${describeCount(progress)} · ${describePace(progress, spend)}`;
}

/** `40 von 120 Durchgängen`. */
export function describeCount({ done, total }: RunProgress): string {
  return `${counted(done)} von ${counted(total)} Durchgängen`;
}

/** `30 je Minute · noch mindestens 3 min · 0,12 €`. */
export function describePace(progress: RunProgress, spend: string): string {
  const { done, total, perMinute } = progress;
  const pace = perMinute === undefined ? "–" : counted(Math.round(perMinute));
  return [
    `${pace} je Minute`,
    ...(done < total ? [`noch ${describeLeft(progress)}`] : []),
    ...(spend === "" ? [] : [spend]),
  ].join(" · ");
}

/** With a model whose pace is not known yet, "at least nothing" says nothing. */
function describeLeft({ leftMs, leftIsAtLeast }: RunProgress): string {
  if (leftMs === undefined || (leftIsAtLeast && leftMs < 1000)) {
    return leftIsAtLeast ? "unbekannt" : "–";
  }
  const text = formatDuration(leftMs);
  return leftIsAtLeast ? `mindestens ${text}` : text;
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
