import type { ModelDescription } from "../../core/model.ts";
import { lanesOf } from "../../engine/lanes.ts";
import type { MeasuredSpeed } from "./measured-speed.ts";

/** How long a model's part of a run takes, as far as anything is known. */
export interface TimeEstimate {
  /** Absent when nothing is known. */
  readonly minutes?: number | undefined;
  /** True when only limits are known, so that it cannot be quicker but may be slower. */
  readonly isAtLeast: boolean;
  /** What the figure rests on, a German sentence without its full stop. */
  readonly basis: string;
}

/** What a model is asked. */
export interface Workload {
  readonly model: ModelDescription;
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

const number = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 1 });

/** Estimates from a measured pace, or from the limits per minute; else it is unknown. */
export function estimateTime(work: Workload, measured: MeasuredSpeed | undefined): TimeEstimate {
  if (work.model.kind === "baseline") {
    return { minutes: 0, isAtLeast: false, basis: "Vergleichsgröße, fragt kein Modell" };
  }
  const limit = slowestLimit(work);
  if (measured === undefined) {
    if (limit === undefined) {
      return {
        isAtLeast: false,
        basis: "Dauer unbekannt: noch kein Lauf mit diesem Modell, keine Grenze",
      };
    }
    return { minutes: limit.minutes, isAtLeast: true, basis: limit.basis };
  }
  const minutes = (work.calls * measured.msPerTrial) / 60_000;
  if (limit !== undefined && limit.minutes > minutes) return { ...limit, isAtLeast: false };
  const seconds = number.format(measured.msPerTrial / 1000);
  const basis = `Dauer gemessen im Lauf ${measured.run}: ${seconds} s je Durchgang bei ${measured.trials} Durchgängen`;
  return { minutes, isAtLeast: false, basis };
}

/**
 * Time of all models: those that share a machine one after the other, others side by side. Only at
 * least, when a part is unknown; absent when nothing is known.
 */
export function totalTime(
  models: readonly ModelDescription[],
  times: ReadonlyMap<string, TimeEstimate>,
): Omit<TimeEstimate, "basis"> {
  const all = models.map(({ id }) => times.get(id));
  const isAtLeast = all.some((time) => time?.minutes === undefined || time.isAtLeast);
  const asked = models.filter(({ kind }) => kind !== "baseline");
  if (asked.length > 0 && asked.every(({ id }) => times.get(id)?.minutes === undefined)) {
    return { isAtLeast: false };
  }
  const lanes = lanesOf(models).map((lane) =>
    lane.reduce((sum, { id }) => sum + (times.get(id)?.minutes ?? 0), 0),
  );
  return { minutes: Math.max(0, ...lanes), isAtLeast };
}

/** `unbekannt`, `unter 1 min`, `12 min`, `3 h 5 min`, with `mindestens` where it is one. */
export function formatTime({ minutes, isAtLeast }: Omit<TimeEstimate, "basis">): string {
  if (minutes === undefined) return "unbekannt";
  const whole = Math.ceil(minutes);
  const hours = Math.floor(whole / 60);
  const text = hours === 0 ? `${whole} min` : `${hours} h ${whole % 60} min`;
  if (isAtLeast) return `mindestens ${text}`;
  return minutes < 1 ? "unter 1 min" : text;
}

interface Limit {
  readonly minutes: number;
  readonly basis: string;
}

/** The limit per minute that takes longest. */
function slowestLimit({ model, calls, inputTokens, outputTokens }: Workload): Limit | undefined {
  const { requestsPerMinute, tokensPerMinute } = model.limits;
  const limits: Limit[] = [];
  if (requestsPerMinute !== undefined) {
    const basis = `Dauer nach der Grenze von ${number.format(requestsPerMinute)} Anfragen je Minute`;
    limits.push({ minutes: calls / requestsPerMinute, basis });
  }
  if (tokensPerMinute !== undefined) {
    const basis = `Dauer nach der Grenze von ${number.format(tokensPerMinute)} Token je Minute, bei längsten Antworten`;
    limits.push({ minutes: (inputTokens + outputTokens) / tokensPerMinute, basis });
  }
  return limits.toSorted((a, b) => b.minutes - a.minutes)[0];
}
