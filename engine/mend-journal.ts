import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { parseLine } from "./journal-line.ts";
import { replaceFile } from "./replace-file.ts";

/**
 * Takes damaged lines out of a journal before it is continued: a torn last line, a flipped bit.
 * They are kept beside it in `<journal>.damaged`, never deleted. Gives their number.
 */
export function mendJournal(path: string): number {
  if (!existsSync(path)) return 0;
  const text = readFileSync(path, "utf8");
  const lines = text.split("\n");
  const tail = lines.pop() ?? "";
  const damaged = lines.filter((line) => line.trim() !== "" && parseLine(line) === "damaged");
  const tailIsSound = tail.trim() !== "" && parseLine(tail) !== "damaged";
  if (damaged.length === 0 && tail === "") return 0;
  const lost = tail === "" || tailIsSound ? damaged : [...damaged, tail];
  if (lost.length > 0) appendFileSync(`${path}.damaged`, `${lost.join("\n")}\n`, { mode: 0o600 });
  const kept = lines.filter((line) => !damaged.includes(line));
  replaceFile(path, `${[...kept, ...(tailIsSound ? [tail] : [])].join("\n")}\n`);
  return lost.length;
}
