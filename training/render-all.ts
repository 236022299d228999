import { strToU8 } from "fflate";
import type { Exercise } from "./exercise.ts";
import { renderSolutionsDocx, renderWorksheetDocx } from "./formats/docx.ts";
import { renderGift } from "./formats/gift.ts";
import { renderMarkdown } from "./formats/markdown.ts";
import { renderMoodleXml } from "./formats/moodle-xml.ts";
import { renderScorm } from "./formats/scorm.ts";
import { renderSolutionSheet } from "./formats/solution-sheet.ts";
import { renderWorksheet } from "./formats/worksheet.ts";

/** What the renderers are given besides the exercises. */
export interface RenderOptions {
  readonly title: string;
  /** Style sheet of the house (KERN UX with its fonts); the sheets' own styles are added. */
  readonly style: string;
  readonly sheetStyle: string;
  /** Way to the report from the output folder; absent without one. */
  readonly report?: string | undefined;
}

/**
 * Control characters and signs that turn the direction of writing mean nothing in an exercise; XML does
 * not allow them, and a page would hide with them what it says. Each becomes `\uFFFD`.
 */
function visible<Value>(value: Value): Value {
  return replaceInside(value) as Value;
}

function replaceInside(value: unknown): unknown {
  if (typeof value === "string") {
    const plain = value.toWellFormed();
    return plain.replaceAll(/(?!\s)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD");
  }
  if (Array.isArray(value)) return value.map(replaceInside);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, replaceInside(one)]));
}

/** All formats by file name. The same exercises give the same bytes. */
export async function renderAll(
  given: readonly Exercise[],
  { title, style, sheetStyle, report }: RenderOptions,
): Promise<Record<string, Uint8Array>> {
  const exercises = visible(given);
  const whole = `${style}\n${sheetStyle}`;
  return {
    "aufgaben.json": strToU8(`${JSON.stringify(exercises, null, 2)}\n`),
    "aufgaben.md": strToU8(renderMarkdown(title, exercises)),
    "arbeitsblatt.html": strToU8(renderWorksheet(title, exercises, whole)),
    "arbeitsblatt.docx": await renderWorksheetDocx(title, exercises),
    "loesungen.html": strToU8(renderSolutionSheet(exercises, { title, style: whole, report })),
    "loesungen.docx": await renderSolutionsDocx(title, exercises),
    "moodle.xml": strToU8(renderMoodleXml(exercises)),
    "moodle.gift": strToU8(renderGift(exercises)),
    "scorm.zip": renderScorm(exercises, { title, style: whole }),
  };
}
