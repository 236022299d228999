import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { faultyBytes } from "./mutations.ts";
import { providerReaders } from "./provider-readers.ts";
import { fileReaders, type FuzzReader } from "./readers.ts";
import { tryReader } from "./try-reader.ts";

/**
 * Feeds every reader in turn until the time is up. Before each input it is written to `current`, so
 * that the parent has it when the reader never comes back. Prints a line of JSON per finding and a
 * last one with the number of inputs. Arguments: milliseconds, seed, folder.
 */
const [milliseconds = "60000", seedText = "1", folder = "."] = process.argv.slice(2);
const end = performance.now() + Number(milliseconds);
const files = fileReaders();
const providers = await providerReaders();
const readers = [...files.readers, ...providers.readers];
const found = new Set<string>();
let inputs = 0;
let seed = Number(seedText);
while (performance.now() < end) {
  for (const reader of readers) {
    seed += 1;
    await feed(reader, fc.sample(faultyBytes(reader.seeds), { seed, numRuns: 50 }));
  }
}
process.stdout.write(`${JSON.stringify({ inputs, readers: readers.length, seed })}\n`);
await providers.close();
files.close();

async function feed(reader: FuzzReader, samples: readonly Uint8Array[]): Promise<void> {
  for (const bytes of samples) {
    writeFileSync(join(folder, "current"), JSON.stringify({ reader: reader.name, inputs }));
    writeFileSync(join(folder, "current.bytes"), bytes);
    const problem = await tryReader(reader, bytes);
    inputs += 1;
    // One input for each place where it went wrong.
    const where = `${reader.name}/${problem?.split("\n").slice(0, 3).join("|") ?? ""}`;
    if (problem === undefined || found.has(where)) continue;
    found.add(where);
    report(reader.name, bytes, problem);
  }
}

function report(reader: string, bytes: Uint8Array, problem: string): void {
  const name = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  mkdirSync(join(folder, reader), { recursive: true });
  writeFileSync(join(folder, reader, name), bytes);
  process.stdout.write(`${JSON.stringify({ reader, input: name, problem })}\n`);
}
