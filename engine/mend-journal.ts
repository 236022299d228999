import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { parseLine } from "./journal-line.ts";
import { replaceFile } from "./replace-file.ts";

/**
 * Takes damaged lines out of a journal before it is continued (a torn last line, a flipped bit), and
 * sound ones that `isStray` picks. They are kept beside it in `<journal>.damaged`, never deleted.
 * Gives their number.
 */
export function mendJournal(
  path: string,
  isStray: (record: object) => boolean = () => false,
): number {
  if (!existsSync(path)) return 0;
  const text = readFileSync(path, "utf8");
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const { kept = [], lost = [] } = Object.groupBy(lines, (line) => {
    const parsed = parseLine(line);
    return parsed === "damaged" || isStray(parsed.value) ? "lost" : "kept";
  });
  if (lost.length === 0 && (text === "" || text.endsWith("\n"))) return 0;
  if (lost.length > 0) appendFileSync(`${path}.damaged`, `${lost.join("\n")}\n`, { mode: 0o600 });
  replaceFile(path, kept.map((line) => `${line}\n`).join(""));
  return lost.length;
}
