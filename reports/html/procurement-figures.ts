import type { Say } from "../say.ts";
import type {
  MethodResult,
  OfferPair,
  Procurement,
  Sensitivity,
  Standing,
} from "../../core/findings-procurement.ts";
import type { View } from "../view.ts";
import { bulletList } from "./bullet-list.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { sectionPart } from "./section-part.ts";
import { table, type Column } from "./table.ts";
import { fill } from "../fill.ts";

/** Figures by every method, and how far the order can be relied on. */
export function figurePart(view: View, found: Procurement): Html {
  const { say } = view;
  const { methods, pairs, corridor } = found;
  if (methods.length === 0 && pairs.length === 0) return nothing;
  const sentences = pairs.map((pair) => say.pairSentence(pair, view.labels.model));
  return sectionPart(
    { id: "kennzahlen", title: say.text.figuresTitle },
    markup`${methods.length === 0 ? nothing : methodTable(view, found)}
      ${corridor === undefined ? nothing : markup`<p class="kern-body">${say.corridorSentence(corridor)}</p>`}
      ${standingTable(view, found)}
      ${sentences.length === 0 ? nothing : bulletList(sentences)}${pairNote(say, pairs)}
      ${sensitivityTable(view, found.sensitivity)}`,
  );
}

function methodTable(view: View, { methods, role }: Procurement): Html {
  const { say } = view;
  const chosen = role === "wertend" ? say.text.decisive : say.text.chosen;
  const models = [...new Set(methods.flatMap(({ figures }) => figures.map(({ model }) => model)))];
  const columns = models.map((model): Column<MethodResult> => ({
    title: view.labels.model(model),
    cell: ({ figures }) =>
      figureText(
        say,
        figures.find((one) => one.model === model),
      ),
    numeric: true,
  }));
  const settings = methods.map(({ method, settings: text, caveat }) => {
    const parts = [text, ...(caveat === undefined ? [] : [caveat])].map(say.fromAnalysis);
    return markup`${say.methods[method]}: ${parts.map((part, at) => markup`${at === 0 ? "" : ". "}${part}`)}.`;
  });
  return markup`${table<MethodResult>({
    caption: say.text.figuresCaption,
    columns: [
      {
        title: say.text.method,
        cell: ({ method, decisive }) => `${say.methods[method]}${decisive ? chosen : ""}`,
      },
      ...columns,
      { title: say.text.ahead, cell: ({ first }) => say.listed(first.map(view.labels.model)) },
    ],
    rows: methods,
  })}${bulletList(settings)}`;
}

function figureText(say: Say, figure: MethodResult["figures"][number] | undefined): string {
  if (figure === undefined) return "";
  const { z, low, high, inside } = figure;
  const range =
    low === undefined || high === undefined
      ? ""
      : ` (${fill(say.text.range, say.figureNumber(low), say.figureNumber(high))})`;
  return `${say.figureNumber(z)}${range}${inside ? "" : say.text.outsideAfter}`;
}

function standingTable(view: View, { standings }: Procurement): Html {
  const { say } = view;
  if (standings.length === 0) return nothing;
  const ranked = standings.some(({ rank }) => rank !== undefined);
  const rank: Column<Standing> = {
    title: say.text.rankByPoints,
    cell: (row) => (row.rank === undefined ? say.text.withoutRank : say.decimal(row.rank)),
    numeric: true,
  };
  return markup`${table<Standing>({
    caption: say.text.standingsCaption,
    columns: [
      { title: say.text.model, cell: ({ model }) => view.labels.model(model) },
      {
        title: say.text.aheadIn,
        cell: (row) => say.percent(row.firstShare),
        numeric: true,
      },
      { title: say.text.places, cell: say.placesText, numeric: true },
      ...(ranked ? [rank] : []),
    ],
    rows: standings,
  })}${methodNote(say, standings)}`;
}

function pairNote(say: Say, pairs: readonly OfferPair[]): Html {
  return pairs.length === 0 ? nothing : methodNote(say, pairs);
}

function sensitivityTable(view: View, rows: readonly Sensitivity[]): Html {
  const { say } = view;
  if (rows.length === 0) return nothing;
  return table<Sensitivity>({
    caption: say.text.sensitivityCaption,
    columns: [
      { title: say.text.change, cell: ({ change }) => say.fromAnalysis(change) },
      { title: say.text.ahead, cell: ({ first }) => say.listed(first.map(view.labels.model)) },
      { title: say.text.result, cell: ({ same }) => (same ? say.text.holds : say.text.changes) },
    ],
    rows,
  });
}
