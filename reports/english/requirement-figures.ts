import type {
  MethodResult,
  Procurement,
  Sensitivity,
  Standing,
} from "../../core/findings-procurement.ts";
import { bulletList } from "../html/bullet-list.ts";
import { markup, nothing, type Html } from "../html/escape.ts";
import { sectionPart } from "../html/section-part.ts";
import { table, type Column } from "../html/table.ts";
import type { View } from "../view.ts";
import { decimal, fine, percent } from "./numbers.ts";
import { german } from "./quoted.ts";
import { corridorSentence, pairSentence } from "./reason-sentences.ts";
import * as say from "./sentences.ts";
import { modelName, words } from "./words.ts";

/** Figures by every method, and how far the order can be relied on. */
export function figures(view: View, found: Procurement): Html {
  const { methods, pairs, corridor } = found;
  if (methods.length === 0 && pairs.length === 0) return nothing;
  const sentences = pairs.map((pair) => pairSentence(pair, (id) => modelName(view, id)));
  return sectionPart(
    { id: "figures", title: "Performance and price" },
    markup`${methods.length === 0 ? nothing : methodTable(view, found)}
      ${corridor === undefined ? nothing : markup`<p class="kern-body">${corridorSentence(corridor)}</p>`}
      ${standingTable(view, found)}
      ${sentences.length === 0 ? nothing : bulletList(sentences)}
      ${sensitivityTable(view, found.sensitivity)}`,
  );
}

function methodTable(view: View, { methods, role }: Procurement): Html {
  const chosen = role === "wertend" ? " (decisive)" : " (chosen)";
  const models = [...new Set(methods.flatMap(({ figures: own }) => own.map(({ model }) => model)))];
  const columns = models.map((model): Column<MethodResult> => ({
    title: modelName(view, model),
    cell: ({ figures: own }) => figureText(own.find((one) => one.model === model)),
    numeric: true,
  }));
  const settings = methods.map(
    ({ method, settings: text, caveat }) =>
      markup`${words.methods[method]}: ${german([text, ...(caveat === undefined ? [] : [caveat])].join(". "))}`,
  );
  return markup`${table<MethodResult>({
    caption: "Figure Z by method",
    columns: [
      {
        title: "Method",
        cell: ({ method, decisive }) => `${words.methods[method]}${decisive ? chosen : ""}`,
      },
      ...columns,
      { title: "ahead", cell: ({ first }) => names(view, first) },
    ],
    rows: methods,
  })}${bulletList(settings)}`;
}

function figureText(figure: MethodResult["figures"][number] | undefined): string {
  if (figure === undefined) return "";
  const { z, low, high, inside } = figure;
  const range = low === undefined || high === undefined ? "" : ` (${fine(low)} to ${fine(high)})`;
  return `${fine(z)}${range}${inside ? "" : ", outside"}`;
}

function standingTable(view: View, { standings }: Procurement): Html {
  if (standings.length === 0) return nothing;
  const rank: Column<Standing> = {
    title: "rank by points",
    cell: (row) => (row.rank === undefined ? "no rank" : decimal(row.rank)),
    numeric: true,
  };
  return table<Standing>({
    caption: "How sure the order is",
    columns: [
      { title: "Model", cell: ({ model }) => modelName(view, model) },
      {
        title: "ahead in … of the recalculations",
        cell: ({ firstShare }) => percent(firstShare),
        numeric: true,
      },
      {
        title: "possible places",
        cell: ({ best, worst }) =>
          best === worst ? decimal(best) : `${decimal(best)}–${decimal(worst)}`,
        numeric: true,
      },
      ...(standings.some((row) => row.rank !== undefined) ? [rank] : []),
    ],
    rows: standings,
  });
}

function sensitivityTable(view: View, rows: readonly Sensitivity[]): Html {
  if (rows.length === 0) return nothing;
  return table<Sensitivity>({
    caption: "What changes when it is computed differently",
    columns: [
      { title: "Change", cell: ({ change }) => german(change) },
      { title: "ahead", cell: ({ first }) => names(view, first) },
      { title: "result", cell: ({ same }) => (same ? "holds" : "changes") },
    ],
    rows,
  });
}

function names(view: View, ids: readonly string[]): string {
  return say.listed(ids.map((id) => modelName(view, id)));
}
