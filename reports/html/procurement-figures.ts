import type {
  MethodResult,
  OfferPair,
  Procurement,
  Sensitivity,
  Standing,
} from "../../core/findings-procurement.ts";
import words from "../words/procurement.json" with { type: "json" };
import { listed } from "../sentences/counted.ts";
import { corridorSentence, pairSentence } from "../sentences/procurement-sentences.ts";
import { decimal, percent } from "../sentences/numbers.ts";
import type { View } from "../view.ts";
import { bulletList } from "./bullet-list.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { sectionPart } from "./section-part.ts";
import { table, type Column } from "./table.ts";

/** Figures by every method, and how far the order can be relied on. */
export function figurePart(view: View, found: Procurement): Html {
  const { methods, pairs, corridor } = found;
  if (methods.length === 0 && pairs.length === 0) return nothing;
  const sentences = pairs.map((pair) => pairSentence(pair, view.labels.model));
  return sectionPart(
    { id: "kennzahlen", title: "Leistung und Preis" },
    markup`${methods.length === 0 ? nothing : methodTable(view, found)}
      ${corridor === undefined ? nothing : markup`<p class="kern-body">${corridorSentence(corridor)}</p>`}
      ${standingTable(view, found)}
      ${sentences.length === 0 ? nothing : bulletList(sentences)}${pairNote(pairs)}
      ${sensitivityTable(view, found.sensitivity)}`,
  );
}

function methodTable(view: View, { methods, role }: Procurement): Html {
  const chosen = role === "wertend" ? " (maßgeblich)" : " (gewählt)";
  const models = [...new Set(methods.flatMap(({ figures }) => figures.map(({ model }) => model)))];
  const columns = models.map((model): Column<MethodResult> => ({
    title: view.labels.model(model),
    cell: ({ figures }) => figureText(figures.find((one) => one.model === model)),
    numeric: true,
  }));
  const settings = methods.map(({ method, settings: text, caveat }) =>
    [`${words.methods[method]}: ${text}`, ...(caveat === undefined ? [] : [caveat])].join(". "),
  );
  return markup`${table<MethodResult>({
    caption: "Kennzahl Z nach Verfahren",
    columns: [
      {
        title: "Verfahren",
        cell: ({ method, decisive }) => `${words.methods[method]}${decisive ? chosen : ""}`,
      },
      ...columns,
      { title: "vorn", cell: ({ first }) => listed(first.map(view.labels.model)) },
    ],
    rows: methods,
  })}${bulletList(settings.map((text) => `${text}.`))}`;
}

function figureText(figure: MethodResult["figures"][number] | undefined): string {
  if (figure === undefined) return "";
  const { z, low, high, inside } = figure;
  const range =
    low === undefined || high === undefined
      ? ""
      : ` (${figureNumber(low)} bis ${figureNumber(high)})`;
  return `${figureNumber(z)}${range}${inside ? "" : ", außerhalb"}`;
}

const fourDigits = new Intl.NumberFormat("de-DE", { maximumSignificantDigits: 4 });

/** A figure Z with four digits. */
export function figureNumber(value: number): string {
  return fourDigits.format(value).replace("-", "−");
}

function standingTable(view: View, { standings }: Procurement): Html {
  if (standings.length === 0) return nothing;
  const ranked = standings.some(({ rank }) => rank !== undefined);
  const rank: Column<Standing> = {
    title: "Rang nach Punkten",
    cell: (row) => (row.rank === undefined ? "ohne Rang" : decimal(row.rank)),
    numeric: true,
  };
  return markup`${table<Standing>({
    caption: "Wie sicher die Reihenfolge ist",
    columns: [
      { title: "Modell", cell: ({ model }) => view.labels.model(model) },
      {
        title: "vorn in … der Nachberechnungen",
        cell: (row) => percent(row.firstShare),
        numeric: true,
      },
      { title: "mögliche Plätze", cell: places, numeric: true },
      ...(ranked ? [rank] : []),
    ],
    rows: standings,
  })}${methodNote(standings)}`;
}

function places({ best, worst }: Standing): string {
  return best === worst ? decimal(best) : `${decimal(best)}–${decimal(worst)}`;
}

function pairNote(pairs: readonly OfferPair[]): Html {
  return pairs.length === 0 ? nothing : methodNote(pairs);
}

function sensitivityTable(view: View, rows: readonly Sensitivity[]): Html {
  if (rows.length === 0) return nothing;
  return table<Sensitivity>({
    caption: "Was sich ändert, wenn anders gerechnet wird",
    columns: [
      { title: "Änderung", cell: ({ change }) => change },
      { title: "vorn", cell: ({ first }) => listed(first.map(view.labels.model)) },
      { title: "Ergebnis", cell: ({ same }) => (same ? "bleibt" : "ändert sich") },
    ],
    rows,
  });
}
