import type { Case, InputKind } from "../core/case.ts";
import type { AnswerForm, BaselineFields, Message, ModelDescription } from "../core/model.ts";
import type { Suite } from "../core/suite.ts";
import type { TrialKey } from "../core/trial.ts";
import type { HashStore } from "./hash-store.ts";
import { callHash, caseHash, trialId } from "./identity.ts";
import { baselineFields, messagesFor } from "./prompt.ts";

/**
 * A trial that is to be made: its place in the run and what is sent. Messages are rendered when they
 * are asked for and ids are kept as bytes, so that a plan of many trials is small. Its values are not
 * own properties: spreading a trial copies nothing, see {@link keyOf}.
 */
export interface PlannedTrial extends TrialKey {
  readonly messages: readonly Message[];
  readonly fields?: BaselineFields | undefined;
  readonly temperature: number;
  readonly seed: number;
  readonly maxTokens: number;
  readonly answerForm?: AnswerForm | undefined;
}

/** What the trials of one model on one suite have in common. */
export interface TrialPlace {
  readonly model: ModelDescription;
  readonly suite: Suite;
  /** Seed of the run. */
  readonly seed: number;
  readonly hashes: HashStore;
}

/** How a case is put to a model. */
export interface TrialSlot {
  readonly graded: Case;
  readonly input: InputKind;
  readonly variant: string;
  readonly attempt: number;
}

/** Plans one attempt; its ids are worked out at once and put into the place's store. */
export function planTrial(place: TrialPlace, slot: TrialSlot): PlannedTrial {
  return new CompactTrial(place, slot);
}

/** The place of a trial in the run, as it stands in the journal. */
export function keyOf(trial: TrialKey): TrialKey {
  return {
    trialId: trial.trialId,
    callHash: trial.callHash,
    caseHash: trial.caseHash,
    suite: trial.suite,
    case: trial.case,
    variant: trial.variant,
    input: trial.input,
    model: trial.model,
    attempt: trial.attempt,
  };
}

class CompactTrial implements PlannedTrial {
  readonly attempt: number;
  readonly variant: string;
  readonly input: InputKind;
  readonly #place: TrialPlace;
  readonly #graded: Case;
  /** Where the call's hash is; the trial's is the next. */
  readonly #at: number;

  constructor(place: TrialPlace, { graded, input, variant, attempt }: TrialSlot) {
    this.attempt = attempt;
    this.variant = variant;
    this.input = input;
    this.#place = place;
    this.#graded = graded;
    const { model, hashes } = place;
    const { messages, fields, temperature, seed, maxTokens, answerForm } = this;
    const asked = { messages, temperature, seed, maxTokens, attempt };
    const call = callHash({
      model,
      ...asked,
      ...(fields !== undefined && { fields }),
      ...(answerForm !== undefined && { answerForm }),
    });
    this.#at = hashes.add(call);
    hashes.add(trialId(call, this));
  }

  get callHash(): string {
    return this.#place.hashes.at(this.#at);
  }

  get trialId(): string {
    return this.#place.hashes.at(this.#at + 1);
  }

  get caseHash(): string {
    return caseHash(this.#place.suite, this.#graded);
  }

  get suite(): string {
    return this.#place.suite.name;
  }

  get case(): string {
    return this.#graded.id;
  }

  get model(): string {
    return this.#place.model.id;
  }

  get temperature(): number {
    return this.#place.model.parameters.temperature;
  }

  get seed(): number {
    return this.#place.model.parameters.seed + this.#place.seed - 1 + (this.attempt - 1);
  }

  get maxTokens(): number {
    const { model, suite } = this.#place;
    return model.parameters.maxTokens ?? this.#graded.maxTokens ?? suite.maxTokens;
  }

  get answerForm(): AnswerForm | undefined {
    const { model, suite } = this.#place;
    return model.kind === "baseline" ? undefined : suite.form;
  }

  get messages(): Message[] {
    const { model, suite } = this.#place;
    if (model.kind === "baseline") return [];
    return messagesFor(suite, this.#graded, this);
  }

  get fields(): BaselineFields | undefined {
    const { model } = this.#place;
    return model.kind === "baseline" ? baselineFields(model, this.#graded, this.input) : undefined;
  }
}
