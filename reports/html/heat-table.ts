import type { Findings } from "../../core/findings.ts";
import { allSuites } from "../labels.ts";
import { percent, percentRange } from "../sentences/numbers.ts";
import { sampleSize } from "../sentences/measured.ts";
import { rateOf, type View } from "../view.ts";
import { markup, nothing, type Html, type Part } from "./escape.ts";
import { table, type Column } from "./table.ts";

type Suite = Findings["suites"][number];

/** Every model at every task: the share, its interval, and a symbol for how it stands to the threshold. */
export function heatTable(view: View): Html {
  const suites = view.findings.suites;
  const some = view.findings.rates.some(({ suite }) => suite !== allSuites);
  if (suites.length === 0 || view.models.length === 0 || !some) return nothing;
  const models = view.models.map((model): Column<Suite> => ({
    title: view.labels.model(model.id),
    cell: (suite) => heatCell(view, suite, model.id),
    numeric: true,
  }));
  return markup`${table<Suite>({
    caption: `Bestandene Fälle je Aufgabe und Modell, Prompt „${view.labels.variant(view.mainVariant)}“`,
    columns: [
      { title: "Aufgabe", cell: ({ title }) => title },
      { title: "Schwelle", cell: ({ passAt }) => percent(passAt), numeric: true },
      ...models,
    ],
    rows: suites,
  })}
    <p class="kern-body kern-body--small kern-body--muted">
      ● sicher an oder über der Schwelle, ◐ die Schwelle liegt im Intervall, ○ sicher darunter. In
      der zweiten Zeile Intervall und n.
    </p>`;
}

function heatCell(view: View, suite: Suite, model: string): Part {
  const rate = rateOf(view, { model, variant: view.mainVariant, suite: suite.name });
  if (rate === undefined) return "nicht gemessen";
  const { symbol, word } = standing(rate, suite.passAt);
  return markup`<span class="heat"
      ><strong>${percent(rate.value)}</strong>
      <span class="heat__symbol" role="img" aria-label="${word}">${symbol}</span></span
    ><br><span class="aside">${percentRange(rate.low, rate.high)}, ${sampleSize(rate.n)}</span>`;
}

/** How an interval lies to the threshold. */
function standing(
  { low, high }: { readonly low: number; readonly high: number },
  passAt: number,
): { symbol: string; word: string } {
  if (low >= passAt) return { symbol: "●", word: "sicher über der Schwelle" };
  if (high < passAt) return { symbol: "○", word: "sicher unter der Schwelle" };
  return { symbol: "◐", word: "Schwelle im Intervall" };
}
