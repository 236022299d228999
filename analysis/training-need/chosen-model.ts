import type { OfferResult, Procurement } from "../../core/findings-procurement.ts";
import type { TrainingNeed } from "../../core/findings-training-need.ts";
import type { ModelDescription } from "../../core/model.ts";
import type { MeasuredRun } from "../measured-run.ts";

/**
 * Whose failures people have to live with: the model in front by the decisive method, where a single
 * one is; else the one with the most points among the admitted, then among the open ones; else the
 * one with the highest rate. `models` come in
 * the order of every table. `undefined` when no model was measured.
 */
export function chooseModel({
  run,
  models,
  procurement,
}: {
  readonly run: MeasuredRun;
  readonly models: readonly ModelDescription[];
  readonly procurement: Procurement | undefined;
}): Pick<TrainingNeed, "model" | "chosen"> | undefined {
  const front = procurement?.methods.find(({ decisive }) => decisive)?.first ?? [];
  const [first] = front;
  if (first !== undefined && front.length === 1) {
    return { model: first, chosen: "liegt nach dem vor dem Lauf gewählten Verfahren vorn" };
  }
  for (const [status, chosen] of byStatus) {
    const best = mostPoints(procurement, status);
    if (best !== undefined) return { model: best, chosen };
  }
  const measured = models.find(
    ({ id, kind }) =>
      kind === "model" && run.cells.some((cell) => cell.model === id && cell.cases.size > 0),
  );
  if (measured === undefined) return undefined;
  const none = procurement === undefined ? "" : "; zugelassen ist keines";
  return { model: measured.id, chosen: `hat die höchste Quote der geprüften Modelle${none}` };
}

const byStatus: readonly (readonly [OfferResult["status"], string])[] = [
  ["admitted", "hat unter den zugelassenen Modellen die meisten Leistungspunkte"],
  ["undecided", "hat unter den Modellen, die noch offen sind, die meisten Leistungspunkte"],
];

function mostPoints(
  procurement: Procurement | undefined,
  status: OfferResult["status"],
): string | undefined {
  return procurement?.offers
    .filter((offer) => offer.status === status && offer.performance !== undefined)
    .toSorted((a, b) => (b.performance?.value ?? 0) - (a.performance?.value ?? 0))
    .at(0)?.model;
}
