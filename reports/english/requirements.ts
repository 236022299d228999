import type { OfferResult, Procurement } from "../../core/findings-procurement.ts";
import { bulletList } from "../html/bullet-list.ts";
import { chapter } from "../html/chapter.ts";
import { descriptions } from "../html/descriptions.ts";
import { markup, nothing, type Html } from "../html/escape.ts";
import { sectionPart } from "../html/section-part.ts";
import { table } from "../html/table.ts";
import type { View } from "../view.ts";
import { chapters } from "./chapters.ts";
import { decimal, fine, day, wholeEuro } from "./numbers.ts";
import { german } from "./quoted.ts";
import { breakEvenSentence } from "./reason-sentences.ts";
import { criteria, exclusions } from "./requirement-criteria.ts";
import { figures } from "./requirement-figures.ts";
import * as say from "./sentences.ts";
import { modelName, words } from "./words.ts";

/** What the requirements make of the run: exclusion, points, costs, figures and how sure they are. */
export function requirements(view: View): Html {
  const { procurement: found } = view.findings;
  if (found === undefined) {
    return chapter(
      chapters.requirements,
      markup`<p class="kern-body">
        This run began without requirements. There are exclusion criteria, points and costs when they
        are laid down before the run:
        <code>npm run eval -- --requirements anforderungen.yaml</code>
      </p>`,
    );
  }
  return chapter(
    chapters.requirements,
    markup`<p class="kern-body"><strong>${words.roles[found.role]}.</strong> ${german(found.notes[0] ?? "")}</p>
      ${offers(view, found)} ${exclusions(view, found)} ${criteria(view, found)}
      ${costs(view, found)} ${figures(view, found)} ${basis(found)}`,
  );
}

function offers(view: View, { offers: rows, methods, maximum }: Procurement): Html {
  const decisive = methods.find((one) => one.decisive)?.figures ?? [];
  const open = rows.flatMap(({ model, reasons }) =>
    reasons.map((reason) => markup`${modelName(view, model)}: ${german(reason)}`),
  );
  return sectionPart(
    { id: "offers", title: "The models and the requirements" },
    markup`${table<OfferResult>({
      caption: `Exclusion, performance points (of ${decimal(maximum)}) and cost`,
      columns: [
        { title: "Model", cell: ({ model }) => modelName(view, model) },
        { title: "exclusion criteria", cell: ({ status }) => words.offerStatus[status] },
        { title: "performance points", cell: pointsText, numeric: true },
        {
          title: "cost per year",
          cell: ({ cost }) => (cost === undefined ? "not known" : wholeEuro(cost.perYear)),
          numeric: true,
        },
        {
          title: "figure Z",
          cell: ({ model }) => {
            const figure = decisive.find((one) => one.model === model);
            return figure === undefined ? "none" : fine(figure.z);
          },
          numeric: true,
        },
      ],
      rows,
    })}${open.length === 0 ? nothing : bulletList(open)}`,
  );
}

function pointsText({ performance }: OfferResult): string {
  if (performance === undefined) return "not measured";
  const { value, low, high, n } = performance;
  return `${decimal(value)} (interval ${decimal(low)} to ${decimal(high)}, ${say.sampleSize(n)})`;
}

function costs(view: View, { offers: all, horizonYears, breakEven }: Procurement): Html {
  const priced = all.filter(({ cost }) => cost !== undefined);
  const open = all.flatMap(({ model, costMissing }) =>
    costMissing === undefined ? [] : [markup`${modelName(view, model)}: ${german(costMissing)}`],
  );
  const even = breakEven.map((row) => breakEvenSentence(row, (id) => modelName(view, id)));
  return sectionPart(
    { id: "costs", title: `Cost over ${say.counted(horizonYears, "year")}` },
    markup`${priced.length === 0 ? nothing : costTable(view, priced)}
      ${open.length === 0 ? nothing : bulletList(open)}
      ${
        even.length === 0
          ? nothing
          : markup`${bulletList(even)}<p class="kern-body kern-body--small kern-body--muted note">
              Only cost is compared, with the tokens of this run. Whether one's own machine can serve
              so many requests, and whether its performance is enough, the number does not say.
            </p>`
      }`,
  );
}

function costTable(view: View, rows: readonly OfferResult[]): Html {
  return table<OfferResult>({
    caption: "Total cost with VAT",
    columns: [
      { title: "Model", cell: ({ model }) => modelName(view, model) },
      { title: "Operation", cell: ({ cost }) => cost && words.costKinds[cost.kind] },
      {
        title: "fixed per year",
        cell: ({ cost }) =>
          cost && (cost.fixedPerYear === 0 ? "none named" : wholeEuro(cost.fixedPerYear)),
        numeric: true,
      },
      { title: "tokens per year", cell: tokenText, numeric: true },
      {
        title: "together per year",
        cell: ({ cost }) => cost && wholeEuro(cost.perYear),
        numeric: true,
      },
      {
        title: "over the period",
        cell: ({ cost }) => cost && wholeEuro(cost.overHorizon),
        numeric: true,
      },
    ],
    rows,
  });
}

function tokenText({ cost }: OfferResult): string {
  const tokens = cost?.tokensPerYear;
  if (cost === undefined || tokens === undefined) return "flat rate";
  const answers = cost.purposes.reduce((sum, purpose) => sum + purpose.answers, 0);
  const { value, low, high } = tokens;
  const range =
    low === undefined || high === undefined ? "" : `${wholeEuro(low)} to ${wholeEuro(high)}; `;
  return `${wholeEuro(value)} (${range}${say.counted(answers, "answer")})`;
}

function basis(found: Procurement): Html {
  const { priceBasis, notes, outOfScope } = found;
  const rest = [
    ...notes.slice(1).map(german),
    ...outOfScope.map((text) => markup`Does not hold for: ${german(text)}`),
  ];
  return sectionPart(
    { id: "basis", title: "Basis" },
    markup`${rest.length === 0 ? nothing : bulletList(rest)}
      ${descriptions([
        [
          "Requirements",
          markup`${german(found.title)}, laid down on ${day(found.date)} (<code>${found.file}</code>)`,
        ],
        ["SHA-256", markup`<code class="hash">${found.sha256}</code>`],
        ["Period", say.counted(found.horizonYears, "year")],
        [
          "Prices",
          priceBasis &&
            markup`${german(priceBasis.basis)}, as of ${day(priceBasis.asOf)}; ${tax(priceBasis)}`,
        ],
      ])}`,
  );
}

function tax({ vatPercent }: NonNullable<Procurement["priceBasis"]>): string {
  return vatPercent === 0 ? "VAT included" : `plus ${decimal(vatPercent)}% VAT`;
}
