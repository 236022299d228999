import { createReadStream, writeSync } from "node:fs";
import { Unzip, UnzipInflate } from "fflate";

/** Which file of the archive goes where; `descriptor` is open for writing. */
interface Extraction {
  readonly member: string;
  readonly descriptor: number;
}

/**
 * Appends one file of a wheel (a zip archive) to an open file, piece by piece: memory holds a few
 * hundred kilobytes, whatever the size. Throws when the file is not in the archive.
 */
export async function appendWheelMember(wheel: string, extraction: Extraction): Promise<void> {
  let finished = false;
  let failure: Error | null = null;
  const unzip = new Unzip((file) => {
    if (file.name !== extraction.member) return;
    file.ondata = (error, piece, final) => {
      failure ??= error;
      if (error === null) writeAll(extraction.descriptor, piece);
      finished ||= final;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for await (const piece of createReadStream(wheel, { highWaterMark: 1 << 18 })) {
    unzip.push(piece as Uint8Array);
    if (failure !== null) throw failure as Error;
    if (finished) return;
  }
  throw new Error(`${extraction.member} is not, or not wholly, in ${wheel}`);
}

/** `writeSync` may write less than it was given when the disk fills up. */
function writeAll(descriptor: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written);
}
