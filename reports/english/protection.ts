import type { Exposure, HygienePrice, Leak } from "../../core/findings.ts";
import type { BiasPair } from "../../core/findings-bias.ts";
import type { FailureBound } from "../../core/findings-bounds.ts";
import type { Protection } from "../../core/findings-protection.ts";
import { chapter } from "../html/chapter.ts";
import { markup, nothing, type Html } from "../html/escape.ts";
import { mainBounds } from "../html/risk-facts.ts";
import { table } from "../html/table.ts";
import { inModelOrder, type View } from "../view.ts";
import { chapters } from "./chapters.ts";
import {
  decimal,
  percent,
  percentRange,
  points,
  pointsRange,
  probability,
  sharpPercent,
} from "./numbers.ts";
import { german, taskName } from "./quoted.ts";
import * as say from "./sentences.ts";
import { modelName, variantName, words } from "./words.ts";

/** What failures leave open, what goes out, what comes back and what hygiene costs. */
export function protection(view: View): Html {
  return chapter(
    chapters.protection,
    markup`<p class="kern-body">
        Zero observed failures are not zero risk; every number says what is still possible.
      </p>
      ${bounds(view)}${exposure(view)}${leaks(view)}${prices(view)}${bias(view)}${classes(view)}`,
  );
}

function bounds(view: View): Html {
  const ids = new Set(view.models.map(({ id }) => id));
  const rows = inModelOrder(view, mainBounds(view)).filter(({ model }) => ids.has(model));
  if (rows.length === 0) return nothing;
  return table<FailureBound>({
    caption: `Failed cases and their upper bound, prompt “${variantName(view.mainVariant)}”`,
    columns: [
      { title: "Model", cell: ({ model }) => modelName(view, model) },
      { title: "Task", cell: ({ suite }) => taskName(view, suite) },
      { title: "cases", cell: ({ scope }) => (scope === "critical" ? "critical only" : "all") },
      { title: "failed", cell: ({ failed, n }) => say.outOf(failed, n), numeric: true },
      { title: "upper bound (95%)", cell: ({ upper }) => sharpPercent(upper), numeric: true },
    ],
    rows,
  });
}

function exposure(view: View): Html {
  const rows = view.findings.exposure;
  if (rows.length === 0) return nothing;
  return table<Exposure>({
    caption: "Protected details per case in the messages that would be sent",
    columns: [
      { title: "Task", cell: ({ suite }) => taskName(view, suite) },
      { title: "Prompt", cell: ({ variant }) => variantName(variant) },
      { title: "Input", cell: ({ input }) => words.inputs[input] },
      { title: "n", cell: ({ n }) => decimal(n), numeric: true },
      {
        title: "details per case (interval)",
        cell: ({ value, low, high }) => `${decimal(value)} (${decimal(low)} to ${decimal(high)})`,
        numeric: true,
      },
    ],
    rows,
  });
}

function leaks(view: View): Html {
  const rows = inModelOrder(view, view.findings.leaks);
  if (rows.length === 0) return nothing;
  return table<Leak>({
    caption: "Cases with protected details in the answer",
    columns: [
      { title: "Model", cell: ({ model }) => modelName(view, model) },
      { title: "Task", cell: ({ suite }) => taskName(view, suite) },
      { title: "Prompt", cell: ({ variant }) => variantName(variant) },
      { title: "Input", cell: ({ input }) => words.inputs[input] },
      { title: "passed on", cell: ({ withLeak, n }) => say.outOf(withLeak, n), numeric: true },
      {
        title: "invented",
        cell: ({ withInvented, n }) => say.outOf(withInvented, n),
        numeric: true,
      },
      {
        title: "share (interval)",
        cell: ({ withLeak, value, low, high }) =>
          withLeak === 0
            ? `0%, upper bound ${percent(high)}`
            : `${percent(value)} (${percentRange(low, high)})`,
        numeric: true,
      },
    ],
    rows,
  });
}

function prices(view: View): Html {
  const rows = inModelOrder(view, view.findings.hygienePrice);
  if (rows.length === 0) return nothing;
  return table<HygienePrice>({
    caption: "Price of pseudonymising: original minus pseudonymised, in percentage points",
    columns: [
      { title: "Model", cell: ({ model }) => modelName(view, model) },
      { title: "Task", cell: ({ suite }) => taskName(view, suite) },
      { title: "Prompt", cell: ({ variant }) => variantName(variant) },
      { title: "n", cell: ({ n }) => decimal(n), numeric: true },
      {
        title: "price (interval)",
        cell: (row) => `${points(row.difference)} (${pointsRange(row.low, row.high)})`,
        numeric: true,
      },
    ],
    rows,
  });
}

function bias(view: View): Html {
  const pairs = inModelOrder(view, view.findings.bias?.pairs ?? []);
  if (pairs.length === 0) return nothing;
  const found = pairs.filter(({ distinguishable }) => distinguishable).length;
  return markup`<p class="kern-body">${say.biasSentence(found, pairs.length)}</p>
    ${table<BiasPair>({
      caption: "Comparisons of groups, in percentage points",
      columns: [
        { title: "Model", cell: ({ model }) => modelName(view, model) },
        { title: "Prompt", cell: ({ variant }) => variantName(variant) },
        { title: "A − B", cell: ({ a, b }) => german(`${a.join(", ")} − ${b.join(", ")}`) },
        {
          title: "quantity",
          cell: ({ outcome }) => (outcome === "correct" ? "right answers" : "length"),
        },
        { title: "templates (n)", cell: ({ templates }) => decimal(templates), numeric: true },
        {
          title: "difference (interval)",
          cell: (row) => `${points(row.difference)} (${pointsRange(row.low, row.high)})`,
          numeric: true,
        },
        { title: "p (Holm)", cell: ({ pHolm }) => probability(pHolm), numeric: true },
        {
          title: "noticed from",
          cell: ({ smallest }) =>
            smallest === undefined ? "too few templates" : points(smallest).replace("+", ""),
          numeric: true,
        },
      ],
      rows: pairs,
    })}`;
}

function classes(view: View): Html {
  const rows = view.findings.protection;
  if (rows.length === 0) return nothing;
  return table<Protection>({
    caption: "Data classes of the cases, as their authors entered them",
    columns: [
      { title: "Task", cell: ({ suite }) => taskName(view, suite) },
      { title: "data class", cell: (row) => words.dataClasses[row.protection] },
      { title: "cases", cell: ({ cases }) => decimal(cases), numeric: true },
    ],
    rows,
  });
}
