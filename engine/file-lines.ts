import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
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

/** The lines of a file, with LF or CR LF, one after the other; a line over 16 MB is refused. */
export async function* linesOf(path: string): AsyncGenerator<string> {
  if (!checkJournalFile(path)) return;
  const splitter = makeSplitter(path);
  for await (const chunk of createReadStream(path, { highWaterMark: chunkSize })) {
    yield* splitter.add(chunk as Buffer);
  }
  yield* splitter.rest();
}

/** {@link linesOf} for what has to be done in one go. */
export function* linesOfSync(path: string): Generator<string> {
  if (!checkJournalFile(path)) return;
  const file = openSync(path, "r");
  try {
    const splitter = makeSplitter(path);
    const chunk = Buffer.allocUnsafe(chunkSize);
    for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) {
      yield* splitter.add(chunk.subarray(0, size));
    }
    yield* splitter.rest();
  } finally {
    closeSync(file);
  }
}

/** Bytes that are read in one go. */
const chunkSize = 256 * 1024;

/** Cuts chunks into lines; keeps no more than one line. */
function makeSplitter(path: string) {
  const decoder = new StringDecoder("utf8");
  let pieces: string[] = [];
  let length = 0;
  let number = 1;
  const hold = (piece: string): void => {
    pieces.push(piece);
    length += piece.length;
    if (length > readLimits.journalLine) throw tooLong(path, number);
  };
  const take = (): string => {
    const line = pieces.join("");
    pieces = [];
    length = 0;
    number += 1;
    return line.endsWith("\r") ? line.slice(0, -1) : line;
  };
  return {
    *add(chunk: Buffer): Generator<string> {
      const text = decoder.write(chunk);
      let start = 0;
      for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", start)) {
        hold(text.slice(start, end));
        yield take();
        start = end + 1;
      }
      if (start < text.length) hold(text.slice(start));
    },
    *rest(): Generator<string> {
      const text = decoder.end();
      if (text !== "") hold(text);
      if (length > 0) yield take();
    },
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
