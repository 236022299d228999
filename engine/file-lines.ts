import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";
import { readLimits } from "../core/read-limits.ts";
import { exitCodes, UserError } from "../core/user-error.ts";

/** Refuses a journal over 2 GB and what is no file; a missing one is fine. Gives whether it is there. */
export function checkJournalFile(path: string): boolean {
  const state = statSync(path, { throwIfNoEntry: false });
  if (state === undefined) return false;
  const problem = state.isFile()
    ? state.size > readLimits.journal &&
      `Das Protokoll ist mit ${Math.round(state.size / 1024 / 1024)} MB zu groß.`
    : "Das ist keine gewöhnliche Datei.";
  if (problem === false) return true;
  throw new UserError(problem, {
    code: "journal-refused",
    exitCode: exitCodes.usage,
    place: { file: path },
    nextStep:
      "Ein Protokoll darf 2 GB haben. Teilen Sie den Lauf auf, oder stellen Sie die Datei aus einer Sicherung her.",
  });
}

/**
 * The lines of a file, with LF or CR LF, as bytes and many at a time; a line over 16 MB is refused. They
 * are to be read before the next ones are asked for.
 */
export async function* linesOf(path: string): AsyncGenerator<readonly Buffer[]> {
  if (!checkJournalFile(path)) return;
  const splitter = makeSplitter(path);
  for await (const chunk of createReadStream(path, { highWaterMark: chunkSize })) {
    yield splitter.add(chunk as Buffer);
  }
  yield splitter.rest();
}

/** {@link linesOf} as texts, one by one, for what has to be done in one go. */
export function* linesOfSync(path: string): Generator<string> {
  if (!checkJournalFile(path)) return;
  const file = openSync(path, "r");
  try {
    const splitter = makeSplitter(path);
    const chunk = Buffer.allocUnsafe(chunkSize);
    for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) {
      for (const line of splitter.add(chunk.subarray(0, size))) yield line.toString();
    }
    for (const line of splitter.rest()) yield line.toString();
  } finally {
    closeSync(file);
  }
}

/** Bytes that are read in one go. */
const chunkSize = 256 * 1024;

const lineFeed = 10;
const carriageReturn = 13;

/** Cuts chunks into lines; keeps no more than the beginning of one line. */
function makeSplitter(path: string) {
  let pieces: Buffer[] = [];
  let length = 0;
  let number = 1;
  const hold = (piece: Buffer): void => {
    pieces.push(piece);
    length += piece.length;
    if (length > readLimits.journalLine) throw tooLong(path, number);
  };
  const take = (): Buffer => {
    const [only] = pieces;
    const line = pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces);
    pieces = [];
    length = 0;
    number += 1;
    return line.at(-1) === carriageReturn ? line.subarray(0, -1) : line;
  };
  return {
    add: (chunk: Buffer): Buffer[] => {
      const lines: Buffer[] = [];
      let start = 0;
      for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
        hold(chunk.subarray(start, end));
        lines.push(take());
        start = end + 1;
      }
      if (start < chunk.length) hold(Buffer.from(chunk.subarray(start)));
      return lines;
    },
    rest: (): Buffer[] => (length > 0 ? [take()] : []),
  };
}

function tooLong(path: string, line: number): UserError {
  return new UserError("Diese Zeile ist länger als 16 MB; so lange schreibt Amtsprobe nicht.", {
    code: "line-too-long",
    exitCode: exitCodes.usage,
    place: { file: path, line },
    nextStep:
      "Die Datei ist beschädigt oder von einem anderen Programm. Stellen Sie sie aus einer Sicherung her; der Ordner wurde nicht verändert.",
  });
}
