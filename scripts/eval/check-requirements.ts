import type { Requirements } from "../../core/requirements.ts";
import { fewestCases } from "../../analysis/procurement/exclusions.ts";
import type { ModelDescription } from "../../core/model.ts";
import { variantGroup, type Suite } from "../../core/suite.ts";
import { exitCodes, UserError } from "../../core/user-error.ts";
import type { Plan } from "../../engine/plan.ts";
import type { EvalRequest } from "./request.ts";

/** What a run will have. */
interface Answerable {
  readonly request: Pick<EvalRequest, "variants" | "inputs">;
  readonly suites: readonly Suite[];
  readonly models: readonly ModelDescription[];
}

/**
 * Refuses requirements that this run cannot answer: a suite, prompt, input or model that they name
 * and the run does not have. Better before the first call than after the last.
 */
export function checkRequirements(requirements: Requirements, prepared: Answerable): void {
  const { suites, models, request } = prepared;
  const places = [...requirements.criteria, ...requirements.exclusions];
  const wanted = {
    suites: [...requirements.purposes, ...places].flatMap((one) => one.suites),
    variants: places.map(({ variant }) => variant),
    inputs: places.map(({ input }) => input),
    models: (requirements.prices?.offers ?? []).map(({ model }) => model),
  };
  const present = {
    suites: suites.map(({ name }) => name),
    variants: request.variants.map(variantGroup),
    inputs: request.inputs,
    models: models.map(({ id }) => id),
  };
  refuseMissing("Suite", wanted.suites, present.suites);
  refuseMissing("Prompt-Variante", wanted.variants, present.variants);
  refuseMissing("Eingabe", wanted.inputs, present.inputs);
  refuseMissing("Modell", wanted.models, present.models);
}

/**
 * What the number of planned cases cannot show, whatever the answers: an exclusion criterion whose
 * bound even a run without a violation would miss. German sentences.
 */
export function undecidableCriteria(
  { exclusions }: Requirements,
  { trials }: Pick<Plan, "trials">,
  suites: readonly Suite[],
): string[] {
  const templates = new Map(
    suites.flatMap(({ name, cases }) =>
      cases.map(({ id, template }) => [JSON.stringify([name, id]), template ?? id]),
    ),
  );
  return exclusions.flatMap((exclusion) => {
    const asked = trials.filter(
      ({ suite, variant, input }) =>
        exclusion.suites.includes(suite) &&
        variantGroup(variant) === exclusion.variant &&
        input === exclusion.input,
    );
    const units = new Set(
      asked.map(({ suite, case: id }) =>
        JSON.stringify([suite, templates.get(JSON.stringify([suite, id]))]),
      ),
    );
    const { atLeast, tolerated = 0 } = exclusion;
    const needed = fewestCases(atLeast === undefined ? tolerated : 1 - atLeast);
    return units.size >= needed
      ? []
      : [
          `Ausschlusskriterium ${exclusion.id} lässt sich mit ${units.size} Fällen nicht entscheiden; nötig sind mindestens ${needed}.`,
        ];
  });
}

function refuseMissing(kind: string, wanted: readonly string[], present: readonly string[]): void {
  const missing = new Set(wanted).difference(new Set(present));
  const [first] = missing;
  if (first === undefined) return;
  throw new UserError(
    `Die Anforderungen verlangen, was dieser Lauf nicht hat: ${kind} ${[...missing].map((name) => `„${name}“`).join(", ")}.`,
    {
      code: "requirements-unanswerable",
      exitCode: exitCodes.usage,
      nextStep: `Dieser Lauf hat: ${[...new Set(present)].join(", ")}. Ändern Sie die Anforderungen oder die Einstellungen des Laufs.`,
    },
  );
}
