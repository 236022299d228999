import { chapter } from "../html/chapter.ts";
import { markup, type Html } from "../html/escape.ts";
import { table } from "../html/table.ts";
import type { View } from "../view.ts";
import { chapters, type EnglishChapter } from "./chapters.ts";
import sources from "./evidence.json" with { type: "json" };
import * as say from "./sentences.ts";

/** Who asks for which evidence, and in which chapter it stands. */
export function evidence({ findings }: View): Html {
  const files =
    findings.procurement === undefined
      ? "With requirements (--requirements) the run folder also holds nachweise.json and nachweise.csv."
      : "The same evidence stands in nachweise.json and nachweise.csv in the folder of the run, for programs to read.";
  return chapter(
    chapters.evidence,
    markup`<p class="kern-body">
        For ${say.counted(sources.length, "source")} the table says in which chapter there is
        evidence. Whether a requirement is met with it is for the competent authority to decide; the
        report is no legal advice. ${files}
      </p>
      ${table<(typeof sources)[number]>({
        caption: "Who asks for which evidence",
        columns: [
          { title: "Source", cell: ({ source }) => source },
          { title: "Evidence asked for", cell: ({ asks }) => asks },
          { title: "Chapters", cell: (row) => chapterLinks(row.chapters) },
          { title: "As of", cell: ({ asOf }) => asOf },
        ],
        rows: sources,
      })}`,
  );
}

function chapterLinks(names: readonly string[]): Html {
  const found = Object.keys(chapters) as EnglishChapter[];
  return markup`${found
    .filter((name) => names.includes(name))
    .map((name, at) => {
      const { id, number, title } = chapters[name];
      return markup`${at === 0 ? "" : ", "}<a href="#${id}" aria-label="Chapter ${number}: ${title}">${number}</a>`;
    })}`;
}
