import type { Case, InputKind } from "../core/case.ts";
import type { BaselineFields, Message, ModelDescription } from "../core/model.ts";
import type { Suite } from "../core/suite.ts";
import type { TrialKey } from "../core/trial.ts";
import type { HashStore } from "./hash-store.ts";
import { callHash, trialId } from "./identity.ts";
import { baselineFields, renderPrompt } from "./prompt.ts";

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
}

/** What the trials of one model on one case have in common. */
export interface TrialPlace {
  readonly model: ModelDescription;
  readonly suite: Suite;
  readonly graded: Case;
  readonly caseHash: string;
  /** Seed of the run. */
  readonly seed: number;
  readonly hashes: HashStore;
}

/** How a case is put to a model. */
export interface TrialSlot {
  readonly input: InputKind;
  readonly variant: string;
}

/** Plans one attempt; its ids are worked out at once and put into the place's store. */
export function planTrial(place: TrialPlace, slot: TrialSlot, attempt: number): PlannedTrial {
  return new CompactTrial(place, slot, attempt);
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
  readonly #place: TrialPlace;
  readonly #slot: TrialSlot;
  /** Where the call's hash is; the trial's is the next. */
  readonly #at: number;

  constructor(place: TrialPlace, slot: TrialSlot, attempt: number) {
    this.attempt = attempt;
    this.#place = place;
    this.#slot = slot;
    const { model, hashes } = place;
    const { messages, fields, temperature, seed, maxTokens } = this;
    const asked = { messages, temperature, seed, maxTokens, attempt };
    const call = callHash({ model, ...asked, ...(fields !== undefined && { fields }) });
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
    return this.#place.caseHash;
  }

  get suite(): string {
    return this.#place.suite.name;
  }

  get case(): string {
    return this.#place.graded.id;
  }

  get variant(): string {
    return this.#slot.variant;
  }

  get input(): InputKind {
    return this.#slot.input;
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
    const { model, graded, suite } = this.#place;
    return model.parameters.maxTokens ?? graded.maxTokens ?? suite.maxTokens;
  }

  get messages(): Message[] {
    const { model, suite, graded } = this.#place;
    if (model.kind === "baseline") return [];
    return renderPrompt(suite.prompts[this.variant] ?? "", graded, this.input);
  }

  get fields(): BaselineFields | undefined {
    const { model, graded } = this.#place;
    return model.kind === "baseline" ? baselineFields(model, graded, this.input) : undefined;
  }
}
