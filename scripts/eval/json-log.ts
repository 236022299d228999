import { exitCodes, formatPlace, UserError } from "../../core/user-error.ts";
import type { TrialRecord } from "../../core/trial.ts";
import { isCached } from "../../core/outcome.ts";
import type { RunEvent } from "../../engine/run-event.ts";
import type { BareLogEvent, LogEvent } from "./log-event.ts";
import type { RunLog } from "./run-log.ts";
import { makeRunMeter } from "./run-meter.ts";
import type { Spend } from "./spend.ts";

type Stream = Pick<NodeJS.WriteStream, "write">;

/** A JSON object per line; its form is `docs/schemas/log.schema.json`. */
export function makeJsonLog(stream: Stream, spend: () => Spend): RunLog {
  const meter = makeRunMeter(() => performance.now());
  const write = (event: BareLogEvent): void => writeEvent(stream, event);
  return {
    onEvent: (event) => {
      if (event.type === "run-start") meter.start(event.models);
      if (event.type === "model-start") meter.begin(event.model);
      if (event.type === "model-finish") meter.end(event.model, event.stop !== undefined);
      if (event.type === "trial-finish") {
        meter.tick(event.trial.model, isCached(event.trial.outcome));
        const standing = { ...meter.progress(), ...moneyOf(spend()) };
        write({ event: "trial-finish", ...describeTrial(event.trial), ...standing });
      } else write(describeEvent(event));
    },
    warn: (message) => write({ event: "warning", message }),
    note: () => undefined,
    interrupt: (message) => write({ event: "interrupt", message }),
    finish: (summary) => write({ event: "run-finish", ...summary, ...moneyOf(spend()) }),
    free: async (question) => question(),
    stop: () => undefined,
  };
}

/** Writes what ended a command as an event. */
export function writeErrorEvent(stream: Stream, cause: unknown): void {
  if (!(cause instanceof UserError)) {
    const message = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    writeEvent(stream, {
      event: "error",
      code: "unexpected",
      message,
      exitCode: exitCodes.infrastructure,
    });
    return;
  }
  const { code, message, nextStep, exitCode, place } = cause;
  const where = place === undefined ? {} : { place: formatPlace(place) };
  writeEvent(stream, { event: "error", code, message, nextStep, exitCode, ...where });
}

/** Writes an event with what every line has. */
export function writeEvent(stream: Stream, event: BareLogEvent): void {
  const line: LogEvent = { schemaVersion: 1, time: new Date().toISOString(), ...event };
  stream.write(`${JSON.stringify(line)}\n`);
}

function moneyOf({ isPaid, billed, uncertain, isComplete }: Spend) {
  if (!isPaid) return {};
  return { spentEuro: billed, uncertainEuro: uncertain, spendIsComplete: isComplete };
}

function describeTrial({ trialId, suite, variant, input, model, attempt, ...rest }: TrialRecord) {
  const { outcome } = rest;
  const place = { trialId, suite, case: rest.case, variant, input, model, attempt };
  const cached = isCached(outcome);
  if (outcome.status === "failed") {
    const { code, message } = outcome;
    return { ...place, status: outcome.status, cached, code, message };
  }
  return { ...place, status: outcome.status, cached, totalMs: outcome.timing?.totalMs };
}

function describeEvent(event: Exclude<RunEvent, { type: "trial-finish" }>): BareLogEvent {
  switch (event.type) {
    case "run-start": {
      const { total, done } = event;
      const models = event.models.map(({ lane: _lane, ...share }) => share);
      return { event: "run-start", total, done, models };
    }
    case "model-finish": {
      const { model, stop } = event;
      const why = stop === undefined ? {} : { because: stop.because, message: stop.message };
      return { event: "model-finish", model, ...why };
    }
    case "call-retry": {
      const { model, failure } = event;
      const { code, message, retryAfterMs } = failure;
      return { event: event.type, model, code, message, retryAfterMs };
    }
    case "model-message":
      return { event: event.type, model: event.model, message: event.message };
    case "model-start":
      return { event: event.type, model: event.model, trials: event.trials };
    case "journal-mended":
      return { event: event.type, lines: event.lines };
    case "journal-wait":
      return { event: event.type, path: event.path };
    case "journal-continue":
      return { event: event.type };
    case "cache-off":
    default:
      return { event: event.type, message: event.message };
  }
}
