import type { Case, InputKind } from "../core/case.ts";
import { staysHere, withholdingReason } from "../core/data-class.ts";
import type { ModelDescription } from "../core/model.ts";
import { noVariant, untrainedStyles, variantGroup, type Suite } from "../core/suite.ts";
import { makeHashStore } from "./hash-store.ts";
import { planTrial, type PlannedTrial, type TrialPlace } from "./planned-trial.ts";
import { inputText } from "./prompt.ts";
import { drawFrom } from "./seeded-draw.ts";

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
  /** Least number of attempts for critical cases. */
  readonly criticalAttempts?: number | undefined;
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
  const hashes = makeHashStore();
  for (const { model, suites } of request.assignments) {
    for (const suite of request.suites) {
      if (suites?.includes(suite.name) === false) continue;
      const place = { model, suite, seed: request.seed, hashes };
      for (const graded of casesOf(suite, request.profile)) {
        yield { request, model, suite, graded, place };
      }
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
  readonly place: TrialPlace;
}

function planCase({ request, model, suite, graded, place }: CasePlace): PlannedTrial[] {
  const baseline = model.kind === "baseline";
  const variants = baseline ? [noVariant] : variantsOf(suite, request, graded);
  const attempts = baseline ? 1 : attemptsFor(request, graded);
  return request.inputs
    .filter((input) => input === "raw" || inputText(graded, input) !== undefined)
    .flatMap((input) => variants.map((variant) => ({ input, variant })))
    .flatMap((slot) =>
      Array.from({ length: attempts }, (_, index) =>
        planTrial(place, { ...slot, graded, attempt: index + 1 }),
      ),
    );
}

function attemptsFor({ attempts, criticalAttempts = 1 }: PlanRequest, { critical }: Case): number {
  return critical ? Math.max(attempts, criticalAttempts) : attempts;
}

function reasonToWithhold({ request, model, graded }: CasePlace): string | undefined {
  return withholdingReason({
    protection: graded.protection,
    dataClasses: model.dataClasses,
    isEmbedded: staysHere(model),
    strict: request.strict ?? false,
  });
}
