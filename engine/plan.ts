import type { Case, InputKind } from "../core/case.ts";
import { withholdingReason } from "../core/data-class.ts";
import type { Message, BaselineFields, ModelDescription } from "../core/model.ts";
import { noVariant, untrainedStyles, variantGroup, type Suite } from "../core/suite.ts";
import type { TrialKey } from "../core/trial.ts";
import { callHash, caseHash, trialId } from "./identity.ts";
import { baselineFields, inputText, renderPrompt } from "./prompt.ts";
import { drawFrom } from "./seeded-draw.ts";

/**
 * A trial that is to be made: its place in the run and what is sent. Messages are rendered when they
 * are asked for, so that a plan of many trials does not hold all their texts.
 */
export interface PlannedTrial extends TrialKey {
  readonly messages: readonly Message[];
  readonly fields?: BaselineFields | undefined;
  readonly temperature: number;
  readonly seed: number;
  readonly maxTokens: number;
}

/** A model and the suites it is to be tried on; without a list on all. */
export interface Assignment {
  readonly model: ModelDescription;
  readonly suites?: readonly string[] | undefined;
}

export interface PlanRequest {
  readonly suites: readonly Suite[];
  readonly assignments: readonly Assignment[];
  /** Groups (`untrained`, `trained`) or single variants. */
  readonly variants: readonly string[];
  readonly inputs: readonly InputKind[];
  readonly attempts: number;
  readonly seed: number;
  readonly profile: "quick" | "full";
  /** Invented texts obey the data classes too. Default false. */
  readonly strict?: boolean | undefined;
}

export interface Plan {
  readonly trials: readonly PlannedTrial[];
  /** Cases that a model may not receive because of their data class. */
  readonly withheld: readonly Withheld[];
}

interface Withheld {
  readonly model: string;
  readonly suite: string;
  readonly case: string;
  readonly reason: string;
}

/** How many cases of a suite the quick profile asks when none is marked `quick`. */
const quickCases = 10;

/**
 * Plans a run. Pure: the same request gives the same trials with the same ids, in the same order
 * (model, suite, case, input, variant, attempt).
 */
export function planRun(request: PlanRequest): Plan {
  const trials: PlannedTrial[] = [];
  const withheld: Withheld[] = [];
  for (const place of placesOf(request)) {
    const reason = reasonToWithhold(place);
    if (reason === undefined) trials.push(...planCase(place));
    else {
      const { model, suite, graded } = place;
      withheld.push({ model: model.id, suite: suite.name, case: graded.id, reason });
    }
  }
  return { trials, withheld };
}

function* placesOf(request: PlanRequest): Generator<CasePlace> {
  for (const { model, suites } of request.assignments) {
    for (const suite of request.suites) {
      if (suites?.includes(suite.name) === false) continue;
      for (const graded of casesOf(suite, request.profile)) yield { request, model, suite, graded };
    }
  }
}

/** The cases of a suite that a profile asks. */
export function casesOf(suite: Suite, profile: "quick" | "full"): readonly Case[] {
  if (profile === "full") return suite.cases;
  const marked = suite.cases.filter((graded) => graded.quick);
  return marked.length > 0 ? marked : suite.cases.slice(0, quickCases);
}

/**
 * The variants of a suite that a request means; the quick profile draws one style per case, the same
 * one for all versions of a template.
 */
export function variantsOf(
  suite: Suite,
  request: Pick<PlanRequest, "variants" | "profile" | "seed">,
  { id, template = id }: Pick<Case, "id" | "template">,
): string[] {
  const present = Object.keys(suite.variants);
  return request.variants.flatMap((wanted) => {
    const members = present.filter((name) => name === wanted || variantGroup(name) === wanted);
    const styles = members.filter((name) => (untrainedStyles as readonly string[]).includes(name));
    if (request.profile === "full" || styles.length < 2) return members;
    return [drawFrom(styles, `${request.seed}/${suite.name}/${template}`)];
  });
}

interface CasePlace {
  readonly request: PlanRequest;
  readonly model: ModelDescription;
  readonly suite: Suite;
  readonly graded: Case;
}

function planCase(place: CasePlace): PlannedTrial[] {
  const { request, model, suite, graded } = place;
  const baseline = model.kind === "baseline";
  const variants = baseline ? [noVariant] : variantsOf(suite, request, graded);
  const attempts = baseline ? 1 : request.attempts;
  const hash = caseHash(suite, graded);
  return request.inputs
    .filter((input) => input === "raw" || inputText(graded, input) !== undefined)
    .flatMap((input) =>
      variants.flatMap((variant) =>
        Array.from({ length: attempts }, (_, index) =>
          planTrial(place, { input, variant, attempt: index + 1, hash }),
        ),
      ),
    );
}

interface TrialSlot {
  readonly input: InputKind;
  readonly variant: string;
  readonly attempt: number;
  readonly hash: string;
}

function planTrial(place: CasePlace, slot: TrialSlot): PlannedTrial {
  return new LazyTrial(place, slot);
}

class LazyTrial implements PlannedTrial {
  readonly trialId: string;
  readonly callHash: string;
  readonly caseHash: string;
  readonly suite: string;
  readonly case: string;
  readonly variant: string;
  readonly input: InputKind;
  readonly model: string;
  readonly attempt: number;
  readonly temperature: number;
  readonly seed: number;
  readonly maxTokens: number;
  readonly #place: CasePlace;

  constructor(place: CasePlace, { input, variant, attempt, hash }: TrialSlot) {
    const { request, model, suite, graded } = place;
    this.#place = place;
    this.suite = suite.name;
    this.case = graded.id;
    this.variant = variant;
    this.input = input;
    this.model = model.id;
    this.attempt = attempt;
    this.temperature = model.parameters.temperature;
    this.seed = model.parameters.seed + request.seed - 1 + (attempt - 1);
    this.maxTokens = model.parameters.maxTokens ?? graded.maxTokens ?? suite.maxTokens;
    this.caseHash = hash;
    const { messages, fields, temperature, seed, maxTokens } = this;
    const asked = { messages, temperature, seed, maxTokens, attempt };
    this.callHash = callHash({ model, ...asked, ...(fields !== undefined && { fields }) });
    this.trialId = trialId(this.callHash, this);
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

function reasonToWithhold({ request, model, graded }: CasePlace): string | undefined {
  return withholdingReason({
    protection: graded.protection,
    dataClasses: model.dataClasses,
    isEmbedded: model.endpoint === "embedded" && model.way !== "manual",
    strict: request.strict ?? false,
  });
}
