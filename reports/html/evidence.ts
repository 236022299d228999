import type { View } from "../view.ts";
import sources from "../words/evidence.json" with { type: "json" };
import { fill } from "../fill.ts";
import type { Say } from "../say.ts";
import { chapter, type ChapterName } from "./chapter.ts";
import { markup, type Html } from "./escape.ts";
import { table } from "./table.ts";

/** Who asks for which evidence, and in which chapter it stands. */
export function evidence({ findings, say }: View): Html {
  const { text, abbreviated, language } = say;
  const files = findings.procurement === undefined ? text.evidenceWithout : text.evidenceWith;
  const lead = fill(text.evidenceLead, say.counted(sources.length, "source", "dative"));
  return chapter(
    say.chapters.evidence,
    markup`<p class="kern-body">${lead} ${files}</p>
      ${table<(typeof sources)[number]>({
        caption: text.evidenceCaption,
        columns: [
          { title: text.evidenceSource, cell: (row) => abbreviated(row[language].source) },
          { title: text.evidenceAsked, cell: (row) => abbreviated(row[language].asks) },
          { title: text.chapterWord, cell: (row) => chapterLinks(say, row.chapters) },
          { title: text.asOf, cell: (row) => row[language].asOf },
        ],
        rows: sources,
      })}`,
  );
}

function chapterLinks({ chapters, text }: Say, names: readonly string[]): Html {
  const found = (Object.keys(chapters) as ChapterName[]).filter((name) => names.includes(name));
  return markup`${found.map((name, at) => {
    const { id, number, title } = chapters[name];
    return markup`${at === 0 ? "" : ", "}<a href="#${id}" aria-label="${text.chapterWord} ${number}: ${title}">${number}</a>`;
  })}`;
}
