import { costOf, estimateTokens } from "../../engine/budget.ts";
import type { PlannedTrial } from "../../engine/plan.ts";
import type { PreparedRun } from "./prepare.ts";

/** What a model's part of the plan would take; a price that is not known is absent. */
export interface PlannedModel {
  readonly model: string;
  readonly calls: number;
  readonly inputTokens: number;
  /** Highest number of tokens the answers may have. */
  readonly outputTokens: number;
  readonly euro?: number | undefined;
}

/** Estimates calls, tokens and euro per model. Baselines are calls without tokens. */
export function estimatePlan({ models, plan }: PreparedRun): PlannedModel[] {
  return models.map((model) => {
    const trials = plan.trials.filter((trial) => trial.model === model.id);
    const isBaseline = model.kind === "baseline";
    const inputTokens = isBaseline ? 0 : sum(trials, (trial) => estimateTokens(lengthOf(trial)));
    const outputTokens = isBaseline ? 0 : sum(trials, (trial) => trial.maxTokens);
    return {
      model: model.id,
      calls: trials.length,
      inputTokens,
      outputTokens,
      euro: model.price && costOf(model.price, inputTokens, outputTokens),
    };
  });
}

/** The estimate as a German table. */
export function formatEstimate(rows: readonly PlannedModel[], free: ReadonlySet<string>): string {
  const number = new Intl.NumberFormat("de-DE");
  const width = Math.max(...rows.map(({ model }) => model.length), "Modell".length);
  const lines = rows.map((row) => {
    const counts = [row.calls, row.inputTokens, row.outputTokens]
      .map((count) => number.format(count).padStart(14))
      .join("");
    return `${row.model.padEnd(width)}${counts}${formatCost(row, free).padStart(14)}`;
  });
  const head = ["Aufrufe", "Token hin", "Token zurück"].map((word) => word.padStart(14)).join("");
  const total = sum(rows, ({ calls }) => calls);
  return [
    `${"Modell".padEnd(width)}${head}${"Euro".padStart(14)}`,
    ...lines,
    `Zusammen ${number.format(total)} Durchgänge. Token sind geschätzt, „zurück“ ist die Obergrenze.`,
  ].join("\n");
}

function formatCost(row: PlannedModel, free: ReadonlySet<string>): string {
  if (free.has(row.model)) return "–";
  if (row.euro === undefined) return "unbekannt";
  return new Intl.NumberFormat("de-DE", { style: "currency", currency: "EUR" }).format(row.euro);
}

function lengthOf(trial: PlannedTrial): number {
  return sum(trial.messages, (message) => message.content.length);
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
