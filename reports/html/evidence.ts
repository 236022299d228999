import sources from "../words/evidence.json" with { type: "json" };
import { counted } from "../sentences/counted.ts";
import type { View } from "../view.ts";
import { abbreviated } from "./abbreviated.ts";
import { chapter, chapters } from "./chapter.ts";
import { markup, type Html } from "./escape.ts";
import { table } from "./table.ts";

/** Who asks for which evidence, and in which chapter it stands. */
export function evidence({ findings }: View): Html {
  const files =
    findings.procurement === undefined
      ? "Mit Anforderungen (--requirements) entstehen zusätzlich nachweise.json und nachweise.csv."
      : "Dieselben Nachweise stehen maschinenlesbar in nachweise.json und nachweise.csv im Ordner des Laufs.";
  return chapter(
    chapters.evidence,
    markup`<p class="kern-body">
        Die Tabelle ordnet ${counted(sources.length, "source", "dative")} zu, in welchem Kapitel
        Belege stehen. Ob eine Anforderung damit erfüllt ist, entscheidet die zuständige Stelle; der
        Bericht ist keine Rechtsberatung. ${files}
      </p>
      ${table<(typeof sources)[number]>({
        caption: "Wer welche Nachweise verlangt",
        columns: [
          { title: "Quelle", cell: ({ source }) => abbreviated(source) },
          { title: "Was an Nachweisen verlangt wird", cell: ({ asks }) => abbreviated(asks) },
          { title: "Kapitel", cell: ({ chapters: names }) => chapterLinks(names) },
          { title: "Stand", cell: ({ asOf }) => asOf },
        ],
        rows: sources,
      })}`,
  );
}

function chapterLinks(names: readonly string[]): Html {
  const found = Object.entries(chapters).filter(([name]) => names.includes(name));
  return markup`${found.map(
    ([, { id, number, title }], at) =>
      markup`${at === 0 ? "" : ", "}<a href="#${id}" aria-label="Kapitel ${number}: ${title}">${number}</a>`,
  )}`;
}
