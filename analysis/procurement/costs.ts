import type { Cost } from "../../core/findings-procurement.ts";
import type { ModelDescription } from "../../core/model.ts";
import type { Offer, Prices } from "../../core/requirements-prices.ts";
import type { Requirements } from "../../core/requirements.ts";
import { estimateMean, tidy } from "../estimate.ts";
import type { MeasuredRun } from "../measured-run.ts";
import { scales } from "../statistics/interval.ts";
import { isConstant } from "../statistics/spread.ts";
import { meanTokens, measureTokens, type PurposeTokens } from "./tokens.ts";

/** A cost, or the sentence why there is none. An unknown price is never 0. */
export type CostOrReason =
  | { readonly cost: Cost; readonly costMissing?: undefined }
  | { readonly cost?: undefined; readonly costMissing: string };

/**
 * What a model costs over the horizon: requests per year × tokens that a request took in the run ×
 * price per token, plus fixed costs, plus VAT. Tokens served from a provider's cache count in full.
 */
export function findCost(
  run: MeasuredRun,
  requirements: Requirements,
  model: ModelDescription,
): CostOrReason {
  const { prices, horizonYears } = requirements;
  const offer = prices?.offers.find((one) => one.model === model.id);
  if (prices === undefined || offer === undefined)
    return missing("In den Anforderungen steht kein Preis für dieses Modell.");
  const factor = 1 + prices.vatPercent / 100;
  const fixed = factor * fixedPerYear(offer, horizonYears);
  const variable = tokenCost(run, requirements, { offer, model, factor });
  if (typeof variable === "string") return missing(variable);
  const perYear = tidy(fixed + (variable.tokensPerYear?.value ?? 0));
  if (perYear <= 0) return missing(freeModel);
  const cost = {
    kind: offer.kind,
    perYear,
    overHorizon: tidy(perYear * horizonYears),
    fixedPerYear: tidy(fixed),
    ...variable,
  };
  return { cost };
}

/** Prices the requirements name for models that the run does not have. */
export function unknownOffers(
  prices: Prices | undefined,
  models: readonly ModelDescription[],
): string[] {
  const known = new Set(models.map(({ id }) => id));
  return (prices?.offers ?? []).map(({ model }) => model).filter((id) => !known.has(id));
}

const freeModel =
  "Ein Preis von 0 Euro ist keiner: Nennen Sie die Gesamtkosten je Jahr (Hosting, Rechner, Personal). Bis dahin gibt es Leistungspunkte, aber keine Kennzahl und keinen Rang.";

type TokenCost = Pick<Cost, "tokensPerYear" | "requestsPerYear" | "purposes">;

function tokenCost(
  run: MeasuredRun,
  requirements: Requirements,
  { offer, model, factor }: PricedModel,
): TokenCost | string {
  const { purposes, volumes } = requirements;
  const requestsPerYear = volumes.reduce((sum, { perYear }) => sum + perYear, 0);
  if (offer.billing === "pauschal") return { requestsPerYear, purposes: [] };
  const price = tokenPrice(offer, model);
  if (price === undefined) return "Der Preis je Million Token ist nicht bekannt.";
  const open = purposes.filter(({ id }) => !volumes.some(({ purpose }) => purpose === id));
  if (open.length > 0) {
    return `Wie viele Anfragen im Jahr anfallen, fehlt für: ${open.map(({ id }) => id).join(", ")}.`;
  }
  const used = measureTokens(run, requirements, model.id);
  if (typeof used === "string") return used;
  const perToken = { input: (price.input * factor) / 1e6, output: (price.output * factor) / 1e6 };
  return {
    tokensPerYear: yearly(run, used, perToken),
    requestsPerYear,
    purposes: used.map(({ purpose, perYear, suites, answers }) => ({
      purpose,
      perYear,
      answers,
      inputTokens: tidy(meanTokens(suites, "input")),
      outputTokens: tidy(meanTokens(suites, "output")),
    })),
  };
}

interface PricedModel {
  readonly offer: Offer;
  readonly model: ModelDescription;
  /** VAT. */
  readonly factor: number;
}

/** The requirements' price, else the one in the run's configuration. */
function tokenPrice(
  { inputPerMillion, outputPerMillion }: Offer,
  { price }: ModelDescription,
): { readonly input: number; readonly output: number } | undefined {
  if (inputPerMillion !== undefined && outputPerMillion !== undefined) {
    return { input: inputPerMillion, output: outputPerMillion };
  }
  if (price === undefined) return undefined;
  return { input: price.inputPerMillion, output: price.outputPerMillion };
}

/** The exact interval of a count would depend on the currency here. */
const constantText =
  "Mengen × Kosten je Anfrage; ohne Intervall, weil jeder Fall gleich viele Token brauchte";

/** Euro per year with interval: cases are resampled, each suite with the volume it stands for. */
function yearly(
  run: MeasuredRun,
  used: readonly PurposeTokens[],
  price: { readonly input: number; readonly output: number },
): Cost["tokensPerYear"] {
  const parts = used.flatMap(({ perYear, suites }) =>
    suites.map((suite) => ({ ...suite, weight: perYear / suites.length })),
  );
  const bySuite = [...Map.groupBy(parts, ({ suite }) => suite).values()];
  const samples = bySuite.map((members) => {
    const weight = members.reduce((sum, part) => sum + part.weight, 0) * bySuite.length;
    const [{ suite, cases } = { suite: "", cases: [] }] = members;
    const values = cases.map(
      ({ input, output }) => weight * (input * price.input + output * price.output),
    );
    return { suite, stream: run.streamOf(suite), values };
  });
  const estimate = estimateMean(samples, {
    resampler: run.resampler,
    scale: scales.count,
    paired: false,
  });
  if (estimate === undefined) return undefined;
  const { value, low, high } = estimate;
  if (samples.every(({ values }) => isConstant(values))) return { value, method: constantText };
  const { draws, seed } = run.resampler;
  const method = `Mengen × mittlere Kosten je Anfrage; Cluster-Bootstrap über Fälle (BCa), 95 %, ${draws} Ziehungen, Startwert ${seed}; unter 10 Fällen je Suite Student-t`;
  return { value, low, high, method };
}

function fixedPerYear({ fixed }: Offer, years: number): number {
  return fixed.reduce((sum, { once = 0, perYear = 0 }) => sum + perYear + once / years, 0);
}

function missing(costMissing: string): CostOrReason {
  return { costMissing };
}
