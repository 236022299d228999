import type { Gain } from "../../core/findings.ts";
import type { Need } from "../../core/findings-training-need.ts";
import type { DifferenceBar } from "../charts/difference-bars.ts";
import { bulletList } from "../html/bullet-list.ts";
import { chapter } from "../html/chapter.ts";
import { markup, nothing, type Html } from "../html/escape.ts";
import { sectionPart } from "../html/section-part.ts";
import { table } from "../html/table.ts";
import type { TrainingPair } from "../html/training-pairs.ts";
import type { View } from "../view.ts";
import { chapters } from "./chapters.ts";
import { decimal, fine, percent, percentRange, points, pointsRange } from "./numbers.ts";
import { taskName } from "./quoted.ts";
import * as say from "./sentences.ts";
import { modelName, words } from "./words.ts";

/** What training brings beside another model, and what people have to learn. */
export function training(view: View): Html {
  const { gains, transfer } = view.findings;
  return chapter(
    chapters.training,
    markup`<p class="kern-body">
        Every case runs with the prompt of untrained and of trained employees, so the gain from
        training stands beside the gain from another model.
      </p>
      ${gains.length === 0 ? markup`<p class="kern-body">This run measured no gain.</p>` : gainTable(view)}
      ${
        transfer.length === 0
          ? nothing
          : bulletList(
              transfer.map(
                (row) => markup`${taskName(view, row.suite)}: ${say.transferSentence(row)}`,
              ),
            )
      }
      ${needPart(view)}`,
  );
}

/** The pair of bars: what training brings, and what the other model brings. */
export function gainBars(view: View, pair: TrainingPair): DifferenceBar[] {
  const [small, large] = [modelName(view, pair.small), modelName(view, pair.large)];
  return pair.gains.flatMap(({ kind, value, low, high, n }): DifferenceBar[] => {
    const text = `${points(value)} (${pointsRange(low, high)}), ${say.sampleSize(n)}`;
    const row = { value, low, high, text };
    if (kind === "training-gain") {
      return [{ ...row, label: `Training (${small})`, pattern: "training" }];
    }
    if (kind !== "model-gain") return [];
    return [{ ...row, label: `Other model (${large} for ${small})`, pattern: "model" }];
  });
}

function gainTable(view: View): Html {
  return table<Gain>({
    caption: "Gains from training and from the model, in percentage points",
    columns: [
      { title: "Quantity", cell: ({ kind }) => words.gains[kind] },
      { title: "Model", cell: ({ small }) => modelName(view, small) },
      {
        title: "Other model",
        cell: ({ large }) => (large === undefined ? "none" : modelName(view, large)),
      },
      { title: "Task", cell: ({ suite }) => taskName(view, suite) },
      { title: "n", cell: ({ n }) => decimal(n), numeric: true },
      { title: "gain", cell: ({ value }) => points(value), numeric: true },
      { title: "interval", cell: ({ low, high }) => pointsRange(low, high), numeric: true },
    ],
    rows: view.findings.gains,
  });
}

function needPart(view: View): Html {
  const need = view.findings.trainingNeed;
  if (need === undefined) return nothing;
  return sectionPart(
    { id: "needs", title: "What to train" },
    markup`<p class="kern-body">
        The need rests on the failures of ${modelName(view, need.model)}: per case the share of failed
        answers × severity (1 to 4) ÷ detectability (1 hardly, 2 with effort, 3 easily), averaged over
        the cases, 0 to 4.
      </p>
      ${table<Need>({
        caption: "Training need over all tasks",
        columns: [
          { title: "Competence", cell: ({ competence }) => words.competences[competence] },
          {
            title: "need",
            cell: ({ level, certain }) => `${words.levels[level]}${certain ? "" : ", not certain"}`,
          },
          {
            title: "value (interval)",
            cell: ({ value, low, high }) => `${fine(value)} (${fine(low)} to ${fine(high)})`,
            numeric: true,
          },
          {
            title: "answers affected",
            cell: ({ rate }) => `${percent(rate.value)} (${percentRange(rate.low, rate.high)})`,
            numeric: true,
          },
          { title: "n", cell: ({ n }) => decimal(n), numeric: true },
        ],
        rows: need.needs.filter(({ scope }) => scope === "all"),
      })}`,
  );
}
