import type { ModelDescription, Price } from "../../core/model.ts";
import { costOf, estimateTokens, lengthOf } from "../../engine/cost.ts";
import type { PlannedTrial } from "../../engine/planned-trial.ts";
import { estimateTime, formatTime, totalTime, type TimeEstimate } from "./estimate-time.ts";
import { findMeasuredSpeed } from "./measured-speed.ts";
import type { PreparedRun } from "./prepare.ts";
import { isFree } from "./spend.ts";
import { counted } from "./counted.ts";

/** What a model's part of the plan would take; what is not known is absent. */
export interface PlannedModel {
  readonly model: string;
  readonly calls: number;
  readonly inputTokens: number;
  /** Highest number of tokens the answers may have. */
  readonly outputTokens: number;
  /** Absent when the price is not known. */
  readonly euro?: number | undefined;
  /** True when nobody asks money for the calls: baselines and models on this machine. */
  readonly free: boolean;
  readonly price?: Price | undefined;
  readonly time: TimeEstimate;
}

/** A plan in figures. */
export interface PlanEstimate {
  readonly models: readonly PlannedModel[];
  readonly time: Omit<TimeEstimate, "basis">;
}

/**
 * Estimates calls, tokens, euro and minutes per model. Baselines are calls without tokens; speeds
 * come from the runs in `runsFolder`. Answers in the cache are not taken off.
 */
export async function estimatePlan(
  { models, plan }: Pick<PreparedRun, "models" | "plan">,
  runsFolder: string,
): Promise<PlanEstimate> {
  const rows = await Promise.all(
    models.map(async (model) => {
      const work = workOf(model, plan.trials);
      const measured =
        model.kind === "baseline" ? undefined : await findMeasuredSpeed(runsFolder, model);
      const { price } = model;
      const { calls, inputTokens, outputTokens } = work;
      return {
        model: model.id,
        calls,
        inputTokens,
        outputTokens,
        euro: price && costOf(price, inputTokens, outputTokens),
        free: isFree(model),
        price,
        time: estimateTime({ model, ...work }, measured),
      };
    }),
  );
  const times = new Map(rows.map(({ model, time }) => [model, time]));
  return { models: rows, time: totalTime(models, times) };
}

function workOf(model: ModelDescription, planned: readonly PlannedTrial[]) {
  const work = { calls: 0, inputTokens: 0, outputTokens: 0 };
  for (const trial of planned) {
    if (trial.model !== model.id) continue;
    work.calls += 1;
    if (model.kind === "baseline") continue;
    work.inputTokens += estimateTokens(lengthOf(trial.messages));
    work.outputTokens += trial.maxTokens;
  }
  return work;
}

const euro = new Intl.NumberFormat("de-DE", { style: "currency", currency: "EUR" });

/** The estimate as a German table, with what its figures rest on. */
export function formatEstimate({ models, time }: PlanEstimate): string {
  const head = ["Modell", "Aufrufe", "Token hin", "zurück", "Euro", "Dauer"];
  const rows = models.map((row) => [
    row.model,
    counted(row.calls),
    counted(row.inputTokens),
    counted(row.outputTokens),
    formatCost(row),
    formatTime(row.time),
  ]);
  const total = models.reduce((sum, { calls }) => sum + calls, 0);
  return [
    ...alignColumns([head, ...rows]),
    `Zusammen ${counted(total)} Durchgänge, ${formatTotalCost(models)}, Dauer ${formatTime(time)}.`,
    "Token sind geschätzt (3,5 Zeichen je Token), „zurück“ ist die Obergrenze. Was ein früherer Lauf schon gefragt hat, ist nicht abgezogen.",
    ...models.flatMap(describeBasis),
  ].join("\n");
}

/** Names on the left, figures on the right. */
function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const widths = rows[0]?.map((_, column) => width(column)) ?? [];
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  "),
  );
}

function describeBasis({ model, price, free, time }: PlannedModel): string[] {
  const duration = `${model}: ${time.basis}.`;
  if (free) return [duration];
  if (price === undefined)
    return [duration, `${model}: Preis unbekannt (price fehlt in den Einstellungen).`];
  const { inputPerMillion, outputPerMillion, asOf } = price;
  return [
    duration,
    `${model}: ${euro.format(inputPerMillion)} hin und ${euro.format(outputPerMillion)} zurück je Million Token, Stand ${asOf}.`,
  ];
}

function formatCost({ free, euro: amount }: PlannedModel): string {
  if (amount !== undefined) return euro.format(amount);
  return free ? "–" : "unbekannt";
}

function formatTotalCost(models: readonly PlannedModel[]): string {
  const paid = models.filter(({ free, euro: amount }) => !free || amount !== undefined);
  const known = paid.flatMap(({ euro: amount }) => amount ?? []);
  const sum = euro.format(known.reduce((total, amount) => total + amount, 0));
  if (paid.length === 0) return "keine Kosten je Aufruf";
  if (known.length === 0) return "Kosten unbekannt";
  return known.length === paid.length ? `höchstens etwa ${sum}` : `${sum} und Unbekanntes`;
}
