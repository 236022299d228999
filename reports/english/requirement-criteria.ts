import type {
  CriterionResult,
  ExclusionResult,
  Procurement,
} from "../../core/findings-procurement.ts";
import { markup, nothing, type Html } from "../html/escape.ts";
import { failureLinks } from "../html/failure-links.ts";
import { badge } from "../html/notice.ts";
import { sectionPart } from "../html/section-part.ts";
import { table } from "../html/table.ts";
import type { View } from "../view.ts";
import { decimal, percent, percentRange, sharpPercent } from "./numbers.ts";
import { german } from "./quoted.ts";
import * as say from "./sentences.ts";
import { modelName } from "./words.ts";

interface ExclusionRow extends ExclusionResult {
  readonly model: string;
}

/** Every exclusion criterion at every model, with its exact bound. */
export function exclusions(view: View, { offers }: Procurement): Html {
  const rows = offers.flatMap(({ model, exclusions: own }) =>
    own.map((one): ExclusionRow => ({ ...one, model })),
  );
  if (rows.length === 0) return nothing;
  const links = failureLinks(view);
  return sectionPart(
    { id: "exclusion", title: "Exclusion criteria" },
    table<ExclusionRow>({
      caption: "Exclusion criteria by model",
      columns: [
        { title: "Criterion", cell: ({ id, wording }) => markup`${id}: ${german(wording)}` },
        { title: "Model", cell: ({ model }) => modelName(view, model) },
        { title: "Rule", cell: ({ rule }) => german(rule) },
        {
          title: "violations",
          cell: ({ measured }) => measured && say.outOf(measured.violations, measured.n),
          numeric: true,
        },
        {
          title: "bound",
          cell: ({ measured }) => measured && sharpPercent(measured.bound),
          numeric: true,
        },
        {
          title: "result",
          cell: ({ status, note }) =>
            markup`${statusBadge(status)} ${note === undefined ? nothing : german(note)}`,
        },
        { title: "examples", cell: ({ anchors }) => links(anchors) },
      ],
      rows,
    }),
  );
}

function statusBadge(status: ExclusionResult["status"]): Html {
  if (status === "met") return badge("success", "met");
  if (status === "missed") return badge("danger", "not met");
  return badge("warning", "cannot be decided");
}

interface CriterionRow extends CriterionResult {
  readonly model: string;
}

/** Points of every model, criterion by criterion. */
export function criteria(view: View, { offers, pointScale }: Procurement): Html {
  const rows = byCriterion(offers);
  if (rows.length === 0) return nothing;
  return sectionPart(
    { id: "criteria", title: "Performance points" },
    table<CriterionRow>({
      caption: `Evaluation criteria by model, scale 0 to ${decimal(pointScale)}`,
      columns: [
        { title: "Criterion", cell: ({ id, title }) => markup`${id}: ${german(title)}` },
        { title: "Model", cell: ({ model }) => modelName(view, model) },
        { title: "weight", cell: ({ weight }) => decimal(weight), numeric: true },
        { title: "scale", cell: ({ s0, s10 }) => percentRange(s0, s10) },
        {
          title: "minimum",
          cell: ({ minimumPoints }) =>
            minimumPoints === undefined ? "none" : decimal(minimumPoints),
          numeric: true,
        },
        { title: "n", cell: ({ measured }) => measured && decimal(measured.n), numeric: true },
        { title: "rate", cell: rateText, numeric: true },
        {
          title: "points",
          cell: ({ measured }) => (measured ? decimal(measured.points) : "not measured"),
          numeric: true,
        },
        {
          title: "performance points",
          cell: ({ measured }) => measured && decimal(measured.performance),
          numeric: true,
        },
      ],
      rows,
    }),
  );
}

function rateText({ measured }: CriterionRow): string {
  if (measured === undefined) return "";
  const { score, low, high, reliable } = measured;
  return `${percent(score)} (${percentRange(low, high)})${reliable ? "" : ", not reliable"}`;
}

/** All models at the first criterion, then all at the second. */
function byCriterion(offers: Procurement["offers"]): CriterionRow[] {
  const count = offers[0]?.criteria.length ?? 0;
  return Array.from({ length: count }, (_, at) =>
    offers.flatMap(({ model, criteria: own }): CriterionRow[] => {
      const one = own[at];
      return one === undefined ? [] : [{ ...one, model }];
    }),
  ).flat();
}
