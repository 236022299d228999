import { Document, Packer, type Paragraph, type Table } from "docx";
import { strFromU8, strToU8, unzipSync } from "fflate";
import type { Exercise } from "../exercise.ts";
import { exerciseParts } from "./docx/exercise-parts.ts";
import { body, heading, pageNumbers, styles } from "./docx/paragraphs.ts";
import { solutionParts } from "./docx/solution-parts.ts";
import { fixedZip } from "./fixed-zip.ts";

/** The worksheet as a Word document: German, real headings, tables with a header row. */
export async function renderWorksheetDocx(
  title: string,
  exercises: readonly Exercise[],
): Promise<Uint8Array> {
  const parts = exercises.flatMap((exercise, place) => exerciseParts(exercise, place + 1));
  return pack(title, [
    heading(title, 1),
    body("Arbeitsblatt. Kürzel: ____________   Datum: ____________"),
    ...parts,
  ]);
}

/** The solutions as a Word document. */
export async function renderSolutionsDocx(
  title: string,
  exercises: readonly Exercise[],
): Promise<Uint8Array> {
  const parts = exercises.flatMap((exercise, place) => solutionParts(exercise, place + 1));
  return pack(title, [heading(`${title}: Lösungen`, 1), ...parts]);
}

async function pack(title: string, children: (Paragraph | Table)[]): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: "Amtsprobe",
    lastModifiedBy: "Amtsprobe",
    description: "Übungen aus echten Fehlern",
    styles,
    sections: [
      {
        properties: { page: { size: { width: a4.width, height: a4.height } } },
        footers: { default: pageNumbers() },
        children,
      },
    ],
  });
  return withFixedTimes(await Packer.toBuffer(document));
}

/** A4 in twentieths of a point. */
const a4 = { width: 11_906, height: 16_838 } as const;

/** The library writes the time of packing into the document; the same content shall give the same bytes. */
function withFixedTimes(packed: Uint8Array): Uint8Array {
  const files = unzipSync(packed);
  const core = files["docProps/core.xml"];
  if (core !== undefined) {
    const text = strFromU8(core).replaceAll(
      /(?<=>)\d{4}-\d\d-\d\dT[\d:.]+Z(?=<)/gu,
      "2020-01-01T12:00:00Z",
    );
    files["docProps/core.xml"] = strToU8(text);
  }
  return fixedZip(files);
}
