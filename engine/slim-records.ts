import type { Completed } from "../core/outcome.ts";
import type { Scored } from "../core/score.ts";
import type { ScoreRecord, TrialRecord } from "../core/trial.ts";
import { makeTextStore, type TextStore } from "./text-store.ts";

/** Makes records small for whoever needs all of a run at once. */
export interface Slimmer {
  readonly trial: (record: TrialRecord) => TrialRecord;
  readonly score: (record: ScoreRecord) => ScoreRecord;
}

/**
 * Makes a slimmer. What it gives reads like what it was given, but answers, and what a score says beside
 * its value, are bytes until they are asked for, and equal ids, hashes and names are one text. `answer`,
 * `reason`, `measures` and `evidence` are then no own properties: spreading does not copy them.
 */
export function makeSlimmer(): Slimmer {
  const texts = makeTextStore();
  const known = new Map<string, string>();
  const share = (text: string): string => {
    const first = known.get(text);
    if (first !== undefined) return first;
    known.set(text, text);
    return text;
  };
  return {
    trial: (record) => ({
      ...record,
      trialId: share(record.trialId),
      caseHash: share(record.caseHash),
      suite: share(record.suite),
      case: share(record.case),
      variant: share(record.variant),
      model: share(record.model),
      outcome:
        record.outcome.status === "failed" ? record.outcome : new SlimAnswer(record.outcome, texts),
    }),
    score: (record) => ({
      ...record,
      trialId: share(record.trialId),
      caseHash: share(record.caseHash),
      grader: share(record.grader),
      version: share(record.version),
      score: record.score.status === "unscored" ? record.score : new SlimScore(record.score, texts),
    }),
  };
}

class SlimAnswer implements Completed {
  readonly status = "completed";
  readonly finishReason: Completed["finishReason"];
  readonly usage: Completed["usage"];
  readonly timing: Completed["timing"];
  readonly cached: Completed["cached"];
  readonly omitted: Completed["omitted"];
  readonly #texts: TextStore;
  readonly #place: number;

  constructor(
    { answer, finishReason, usage, timing, cached, omitted }: Completed,
    texts: TextStore,
  ) {
    this.finishReason = finishReason;
    this.usage = usage;
    this.timing = timing;
    this.cached = cached;
    this.omitted = omitted;
    this.#texts = texts;
    // As JSON, because half of a surrogate pair has no bytes of its own.
    this.#place = texts.add(JSON.stringify(answer));
  }

  get answer(): string {
    return JSON.parse(this.#texts.at(this.#place)) as string;
  }

  toJSON(): Completed {
    const { status, answer, finishReason, usage, timing, cached, omitted } = this;
    return { status, answer, finishReason, usage, timing, cached, omitted };
  }
}

type Said = Pick<Scored, "reason" | "measures" | "evidence">;

class SlimScore implements Scored {
  readonly status = "scored";
  readonly value: number;
  readonly passed: boolean;
  readonly #texts: TextStore;
  readonly #place: number;

  constructor({ value, passed, reason, measures, evidence }: Scored, texts: TextStore) {
    this.value = value;
    this.passed = passed;
    this.#texts = texts;
    const said: Said = { reason, measures, evidence };
    this.#place = texts.add(JSON.stringify(said));
  }

  get reason(): string {
    return this.#said().reason;
  }

  get measures(): Scored["measures"] {
    return this.#said().measures;
  }

  get evidence(): Scored["evidence"] {
    return this.#said().evidence;
  }

  toJSON(): Scored {
    const { status, value, passed } = this;
    return { status, value, passed, ...this.#said() };
  }

  #said(): Said {
    return JSON.parse(this.#texts.at(this.#place)) as Said;
  }
}
