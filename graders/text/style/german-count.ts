import { germanDecimal } from "../german-decimal.ts";

const format = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 2 });

/** A number as it is written in German: `0,25`. */
export function germanNumber(value: number): string {
  return germanDecimal(value, 2) ?? format.format(value);
}

/** `1 Fundstelle`, `2 Fundstellen`. */
export function counted(count: number, one: string, many: string): string {
  return `${germanNumber(count)} ${count === 1 ? one : many}`;
}

/** The first passages, quoted, each once: `„wird geprüft“, „wird erteilt“ …`. */
export function quotedList(passages: readonly string[], most = 3): string {
  const different = [...new Set(passages.map(shortened))];
  const shown = different.slice(0, most).map((passage) => `„${passage}“`);
  return `${shown.join(", ")}${different.length > most ? " …" : ""}`;
}

function shortened(passage: string): string {
  const line = passage.replaceAll(/\s+/gu, " ").trim();
  return line.length > 70 ? `${Array.from(line).slice(0, 68).join("")} …` : line;
}
