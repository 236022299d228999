import type { Say } from "../say.ts";
import type { ReportDetails } from "../../core/report-details.ts";
import type { View } from "../view.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { sectionPart } from "./section-part.ts";
import { table } from "./table.ts";
import { fill } from "../fill.ts";

/** State of the report in one line for page 1; nothing without details. */
export function reportState({ details, anonymous, masked, say }: View): Html {
  const parts = [
    ...(details === undefined ? [] : [stateLabel(say, details), details.agency ?? ""]),
    ...(masked ? [say.text.maskedNote] : []),
    ...(anonymous ? [say.text.anonymousNote] : []),
  ].filter((part) => part !== "");
  if (parts.length === 0) return nothing;
  return markup`<p class="kern-body"><strong>${parts.join(" · ")}</strong></p>`;
}

/** Lines to sign on, and the list of changes. */
export function signOff({ details, say }: View): Html {
  if (details === undefined) return nothing;
  return markup`${signatures(say, details)}${changes(say, details)}`;
}

function stateLabel(say: Say, { state, version }: ReportDetails): string {
  const name = state === "entwurf" ? say.text.draft : say.text.final;
  return version === undefined ? name : fill(say.text.editionOf, name, version);
}

function signatures(say: Say, { signatures: rows }: ReportDetails): Html {
  if (rows.length === 0) return nothing;
  return sectionPart(
    { id: "unterschriften", title: say.text.signaturesTitle },
    markup`${rows.map(
      ({ role, name }) =>
        markup`<dl class="signature">
          <div><dt>${say.text.signRole}</dt><dd>${role}</dd></div>
          <div><dt>${say.text.name}</dt><dd>${name ?? ""}</dd></div>
          <div><dt>${say.text.signPlace}</dt><dd></dd></div>
          <div><dt>${say.text.signature}</dt><dd></dd></div>
        </dl>`,
    )}`,
  );
}

function changes(say: Say, { changes: rows }: ReportDetails): Html {
  if (rows.length === 0) return nothing;
  return sectionPart(
    { id: "aenderungen", title: say.text.changesTitle },
    table({
      caption: say.text.changesCaption,
      columns: [
        { title: say.text.edition, cell: (row) => row.version },
        { title: say.text.date, cell: (row) => say.day(row.date) },
        { title: say.text.change, cell: (row) => row.text },
        { title: say.text.by, cell: (row) => row.by ?? say.text.notNamed },
      ],
      rows,
    }),
  );
}
