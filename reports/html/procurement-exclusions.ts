import type { ExclusionResult, Procurement } from "../../core/findings-procurement.ts";
import type { Say } from "../say.ts";
import type { View } from "../view.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { failureLinks } from "./failure-links.ts";
import { methodNote } from "./method-note.ts";
import { badge } from "./notice.ts";
import { sectionPart } from "./section-part.ts";
import { table, type Column } from "./table.ts";

interface ExclusionRow extends ExclusionResult {
  readonly model: string;
}

/** Every exclusion criterion at every model, with its exact bound. */
export function exclusionPart(view: View, { offers }: Procurement): Html {
  const { say } = view;
  const rows = offers.flatMap(({ model, exclusions }) =>
    exclusions.map((one): ExclusionRow => ({ ...one, model })),
  );
  if (rows.length === 0) return nothing;
  const methods = rows.flatMap(({ measured }) => measured ?? []);
  return sectionPart(
    { id: "ausschlusskriterien", title: say.text.exclusionTitle },
    markup`${table<ExclusionRow>({
      caption: say.text.exclusionCaption,
      columns: columnsOf(view),
      rows,
    })}${methodNote(say, methods)}`,
  );
}

function columnsOf(view: View): Column<ExclusionRow>[] {
  const { say } = view;
  const links = failureLinks(view);
  return [
    {
      title: say.text.criterion,
      cell: ({ id, wording }) => markup`${id}: ${say.quoted(wording)}`,
    },
    { title: say.text.model, cell: ({ model }) => view.labels.model(model) },
    { title: say.text.rule, cell: ({ rule }) => say.fromAnalysis(rule) },
    {
      title: say.text.violations,
      cell: ({ measured }) => measured && say.outOf(measured.violations, measured.n),
      numeric: true,
    },
    {
      title: say.text.bound,
      cell: ({ measured }) => measured && say.sharpPercent(measured.bound),
      numeric: true,
    },
    {
      title: say.text.result,
      cell: (row) =>
        markup`${exclusionBadge(say, row.status)} ${row.note === undefined ? "" : say.fromAnalysis(row.note)}`,
    },
    { title: say.text.examples, cell: ({ anchors }) => links(anchors) },
  ];
}

function exclusionBadge(say: Say, status: ExclusionResult["status"]): Html {
  if (status === "met") return badge("success", say.text.met);
  if (status === "missed") return badge("danger", say.text.notMet);
  return badge("warning", say.text.undecidable);
}
