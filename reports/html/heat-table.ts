import type { Say } from "../say.ts";
import type { Findings } from "../../core/findings.ts";
import { allSuites } from "../labels.ts";
import { rateOf, type View } from "../view.ts";
import { markup, nothing, type Html, type Part } from "./escape.ts";
import { table, type Column } from "./table.ts";
import { fill } from "../fill.ts";

type Suite = Findings["suites"][number];

/** Every model at every task: the share, its interval, and a symbol for how it stands to the threshold. */
export function heatTable(view: View): Html {
  const { say } = view;
  const suites = view.findings.suites;
  const some = view.findings.rates.some(({ suite }) => suite !== allSuites);
  if (suites.length === 0 || view.models.length === 0 || !some) return nothing;
  const models = view.models.map((model): Column<Suite> => ({
    title: view.labels.model(model.id),
    cell: (suite) => heatCell(view, suite, model.id),
    numeric: true,
  }));
  return markup`${table<Suite>({
    caption: fill(say.text.heatCaption, view.labels.variant(view.mainVariant)),
    columns: [
      { title: say.text.task, cell: ({ title }) => view.mark(title) },
      { title: say.text.threshold, cell: ({ passAt }) => say.percent(passAt), numeric: true },
      ...models,
    ],
    rows: suites,
  })}
    <p class="kern-body kern-body--small kern-body--muted">
      ${say.text.heatLegend}
    </p>`;
}

function heatCell(view: View, suite: Suite, model: string): Part {
  const { say } = view;
  const rate = rateOf(view, { model, variant: view.mainVariant, suite: suite.name });
  if (rate === undefined) return say.text.notMeasured;
  const { symbol, word } = standing(say, rate, suite.passAt);
  return markup`<span class="heat"
      ><strong>${say.percent(rate.value)}</strong>
      <span class="heat__symbol" role="img" aria-label="${word}">${symbol}</span></span
    ><br><span class="aside">${say.percentRange(rate.low, rate.high)}, ${say.sampleSize(rate.n)}</span>`;
}

/** How an interval lies to the threshold. */
function standing(
  say: Say,
  { low, high }: { readonly low: number; readonly high: number },
  passAt: number,
): { symbol: string; word: string } {
  if (low >= passAt) return { symbol: "●", word: say.text.heatAbove };
  if (high < passAt) return { symbol: "○", word: say.text.heatBelow };
  return { symbol: "◐", word: say.text.heatInside };
}
