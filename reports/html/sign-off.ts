import type { ReportDetails } from "../../core/report-details.ts";
import { day } from "../sentences/numbers.ts";
import type { View } from "../view.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { sectionPart } from "./section-part.ts";
import { table } from "./table.ts";

/** State of the report in one line for page 1; nothing without details. */
export function reportState({ details, anonymous, masked }: View): Html {
  const parts = [
    ...(details === undefined ? [] : [stateLabel(details), details.agency ?? ""]),
    ...(masked ? ["Kennungen und geschützte Angaben in Antworten und Texten sind geschwärzt"] : []),
    ...(anonymous ? ["Modelle anonymisiert: Angebot 1 bis n in der Reihenfolge der Tabellen"] : []),
  ].filter((part) => part !== "");
  if (parts.length === 0) return nothing;
  return markup`<p class="kern-body"><strong>${parts.join(" · ")}</strong></p>`;
}

/** Lines to sign on, and the list of changes. */
export function signOff({ details }: View): Html {
  if (details === undefined) return nothing;
  return markup`${signatures(details)}${changes(details)}`;
}

function stateLabel({ state, version }: ReportDetails): string {
  const name = state === "entwurf" ? "Entwurf" : "Endfassung";
  return version === undefined ? name : `${name}, Fassung ${version}`;
}

function signatures({ signatures: rows }: ReportDetails): Html {
  if (rows.length === 0) return nothing;
  return sectionPart(
    { id: "unterschriften", title: "Unterschriften" },
    markup`${rows.map(
      ({ role, name }) =>
        markup`<dl class="signature">
          <div><dt>Funktion</dt><dd>${role}</dd></div>
          <div><dt>Name</dt><dd>${name ?? ""}</dd></div>
          <div><dt>Ort, Datum</dt><dd></dd></div>
          <div><dt>Unterschrift</dt><dd></dd></div>
        </dl>`,
    )}`,
  );
}

function changes({ changes: rows }: ReportDetails): Html {
  if (rows.length === 0) return nothing;
  return sectionPart(
    { id: "aenderungen", title: "Änderungsverzeichnis" },
    table({
      caption: "Fassungen dieses Berichts",
      columns: [
        { title: "Fassung", cell: (row) => row.version },
        { title: "Datum", cell: (row) => day(row.date) },
        { title: "Änderung", cell: (row) => row.text },
        { title: "von", cell: (row) => row.by ?? "nicht genannt" },
      ],
      rows,
    }),
  );
}
