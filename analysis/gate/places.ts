import type { InputKind } from "../../core/case.ts";
import { trainedVariant, variantGroup } from "../../core/suite.ts";
import { exitCodes, UserError } from "../../core/user-error.ts";
import { compareTexts } from "../compare-texts.ts";
import { keyOf, type GateSide } from "./gate-side.ts";

/** A model under a prompt with an input. */
export interface GatePlace {
  readonly model: string;
  /** Group: the three untrained styles are one. */
  readonly variant: string;
  readonly input: InputKind;
}

/** What is compared with what. */
export interface PlacePair {
  readonly before: GatePlace;
  readonly after: GatePlace;
  /** Whether the pair decides, or is only shown. */
  readonly deciding: boolean;
}

/** What a person narrows the comparison to. */
export interface PlaceChoice {
  readonly model?: string | undefined;
  readonly variant?: string | undefined;
  readonly input?: InputKind | undefined;
  /** Names on the side of the baseline, where they are others. */
  readonly baselineModel?: string | undefined;
  readonly baselineVariant?: string | undefined;
}

interface Choice {
  readonly pairs: readonly PlacePair[];
  /** German: what was paired under different names. */
  readonly notices: readonly string[];
}

/**
 * Pairs what both sides have: same model, prompt and input. A single prompt (or model) that is called
 * otherwise on the other side is paired all the same, and so is a new prompt with `trained`; that is
 * said. One criterion a suite and model: `trained` and `raw` decide where a run has several prompts and
 * inputs and none was named; the others are shown. Throws a `UserError` when nothing can be paired.
 */
export function choosePlaces(baseline: GateSide, candidate: GateSide, choice: PlaceChoice): Choice {
  const after = placesOf(candidate).filter((place) => matches(place, choice));
  if (after.length === 0) throw nothingChosen(candidate, choice, "Im neuen Lauf");
  const wanted = placesOf(baseline).filter(
    ({ model, variant }) =>
      (choice.baselineModel ?? model) === model && (choice.baselineVariant ?? variant) === variant,
  );
  const before = wanted.filter(({ input }) => (choice.input ?? input) === input);
  if (before.length === 0) {
    const { baselineModel: model, baselineVariant: variant, input } = choice;
    throw nothingChosen(baseline, { model, variant, input }, "In der Vergleichsbasis");
  }
  const models = partners(
    { before: valuesOf(before, "model"), after: valuesOf(after, "model") },
    { named: choice.baselineModel, usual: undefined },
  );
  const variants = partners(
    { before: valuesOf(before, "variant"), after: valuesOf(after, "variant") },
    { named: choice.baselineVariant, usual: trainedVariant },
  );
  const pairs = after.flatMap((place) => {
    const other = before.find(
      (one) =>
        one.model === models.get(place.model) &&
        one.variant === variants.get(place.variant) &&
        one.input === place.input,
    );
    return other === undefined ? [] : [{ before: other, after: place }];
  });
  if (pairs.length === 0) throw nothingShared(before, after);
  return { pairs: markDeciding(pairs, choice), notices: renamed([...models], [...variants]) };
}

/** Whether a trial belongs to a place. */
export function isAt(
  place: GatePlace,
  trial: { readonly model: string; readonly variant: string; readonly input: InputKind },
): boolean {
  return (
    trial.model === place.model &&
    trial.input === place.input &&
    variantGroup(trial.variant) === place.variant
  );
}

function placesOf({ trials }: GateSide): GatePlace[] {
  const places = new Map<string, GatePlace>();
  for (const { model, variant, input } of trials) {
    const place = { model, variant: variantGroup(variant), input };
    places.set(keyOf(model, place.variant, input), place);
  }
  return [...places.values()].toSorted(
    (a, b) =>
      compareTexts(a.model, b.model) ||
      compareTexts(a.variant, b.variant) ||
      compareTexts(b.input, a.input),
  );
}

function matches(place: GatePlace, { model, variant, input }: PlaceChoice): boolean {
  return (
    (model ?? place.model) === place.model &&
    (variant ?? place.variant) === place.variant &&
    (input ?? place.input) === place.input
  );
}

/** For each name of the candidate, that of the baseline. */
function partners(
  sides: { readonly before: readonly string[]; readonly after: readonly string[] },
  { named, usual }: { readonly named: string | undefined; readonly usual: string | undefined },
): Map<string, string> {
  const { before, after } = sides;
  const [only, ...others] = after;
  const isSingle = only !== undefined && others.length === 0;
  if (isSingle && named !== undefined) return new Map([[only, named]]);
  const same = after.filter((name) => before.includes(name));
  if (same.length > 0 || !isSingle) return new Map(same.map((name) => [name, name]));
  const [single, ...more] = before;
  if (single !== undefined && more.length === 0) return new Map([[only, single]]);
  return usual !== undefined && before.includes(usual) ? new Map([[only, usual]]) : new Map();
}

function markDeciding(
  pairs: readonly Omit<PlacePair, "deciding">[],
  choice: PlaceChoice,
): PlacePair[] {
  const variants = new Set(pairs.map(({ after }) => after.variant));
  const inputs = new Set(pairs.map(({ after }) => after.input));
  const oneVariant = choice.variant === undefined && variants.has(trainedVariant);
  const oneInput = choice.input === undefined && inputs.has("raw");
  return pairs.map((pair) => ({
    ...pair,
    deciding:
      (!oneVariant || pair.after.variant === trainedVariant) &&
      (!oneInput || pair.after.input === "raw"),
  }));
}

function renamed(...maps: readonly (readonly (readonly [string, string])[])[]): string[] {
  return maps.flatMap((pairs) =>
    pairs
      .filter(([after, before]) => after !== before)
      .map(([after, before]) => `Verglichen wird „${after}“ mit „${before}“ der Vergleichsbasis.`),
  );
}

function valuesOf(places: readonly GatePlace[], field: "model" | "variant"): string[] {
  return [...new Set(places.map((place) => place[field]))];
}

function nothingChosen(side: GateSide, { model, variant, input }: PlaceChoice, where: string) {
  const places = placesOf(side);
  const wanted = [model, variant, input].filter((name) => name !== undefined).join(", ");
  const present = places.map((place) => describe(place)).join("; ");
  if (places.length === 0) {
    return refusal(
      `${where} steht keine Antwort eines Modells.`,
      "Nennen Sie einen Lauf, der ein Modell gefragt hat; Vergleichsgrößen (baseline:…) lesen keinen Prompt.",
    );
  }
  return refusal(`${where} gibt es nichts unter „${wanted}“.`, `Vorhanden ist: ${present}.`);
}

function nothingShared(before: readonly GatePlace[], after: readonly GatePlace[]) {
  const list = (places: readonly GatePlace[]): string => places.map(describe).join("; ");
  return refusal(
    `Beide Seiten haben kein Modell mit demselben Prompt und derselben Eingabe: dort ${list(before)}; hier ${list(after)}.`,
    "Nennen Sie, was verglichen werden soll: --variant NAME und --baseline-variant NAME, oder --model und --baseline-model.",
  );
}

function describe({ model, variant, input }: GatePlace): string {
  return `${model}, ${variant}, ${input}`;
}

function refusal(message: string, nextStep: string): UserError {
  return new UserError(message, {
    code: "gate-places",
    exitCode: exitCodes.usage,
    nextStep,
  });
}
