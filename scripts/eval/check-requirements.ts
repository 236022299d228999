import type { Requirements } from "../../core/requirements.ts";
import type { ModelDescription } from "../../core/model.ts";
import { variantGroup, type Suite } from "../../core/suite.ts";
import { exitCodes, UserError } from "../../core/user-error.ts";
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
