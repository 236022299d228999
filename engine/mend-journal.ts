import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  writeFileSync,
} from "node:fs";
import { linesOfSync } from "./file-lines.ts";
import { parseLine } from "./journal-line.ts";
import { noFollow } from "./no-follow.ts";
import { replaceFile } from "./replace-file.ts";

/**
 * Takes damaged lines out of a journal before it is continued (a torn last line, a flipped bit), and
 * sound ones that `isStray` picks. They are kept beside it in `<journal>.damaged`, never deleted.
 * Gives their number. Only the lost lines are in memory.
 */
export function mendJournal(
  path: string,
  isStray: (record: object) => boolean = () => false,
): number {
  if (!existsSync(path)) return 0;
  const isLost = (line: string): boolean => {
    const parsed = parseLine(line);
    return parsed === "damaged" || isStray(parsed.value);
  };
  const lost = filledLines(path).filter(isLost).toArray();
  if (lost.length === 0 && endsWithNewline(path)) return 0;
  keepAside(`${path}.damaged`, lost);
  replaceFile(
    path,
    filledLines(path)
      .filter((line) => !isLost(line))
      .map((line) => `${line}\n`),
  );
  return lost.length;
}

function keepAside(path: string, lines: readonly string[]): void {
  const { O_APPEND, O_CREAT, O_WRONLY } = constants;
  const file = openSync(path, O_APPEND | O_CREAT | O_WRONLY | noFollow, 0o600);
  try {
    for (const line of lines) writeFileSync(file, `${line}\n`);
  } finally {
    closeSync(file);
  }
}

function filledLines(path: string): IteratorObject<string> {
  return linesOfSync(path).filter((line) => line.trim() !== "");
}

/** True also for an empty file. */
function endsWithNewline(path: string): boolean {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const last = Buffer.alloc(1);
    return size === 0 || (readSync(file, last, 0, 1, size - 1) === 1 && last[0] === 10);
  } finally {
    closeSync(file);
  }
}
