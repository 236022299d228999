import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { faultyBytes } from "../../../bench/fuzz/mutations.ts";
import { providerReaders } from "../../../bench/fuzz/provider-readers.ts";
import { fileReaders } from "../../../bench/fuzz/readers.ts";
import { tryReader } from "../../../bench/fuzz/try-reader.ts";
import { UserError } from "../../../core/user-error.ts";

const files = fileReaders();
const providers = await providerReaders();
const readers = [...files.readers, ...providers.readers];
afterAll(async () => {
  files.close();
  await providers.close();
});

const corpus = join("tests", "fixtures", "fuzz-corpus");
const folders = readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const inputs = folders.flatMap(({ name: reader }) =>
  readdirSync(join(corpus, reader)).map((name) => ({ reader, name })),
);

describe.each(readers)("$name", (reader) => {
  test("reads its sound files", async () => {
    expect(reader.seeds.length).toBeGreaterThan(0);
    if (reader.name.startsWith("provider-")) return;
    for (const seed of reader.seeds) await reader.read(seed);
  });

  test("never stumbles over a faulty one", async () => {
    const property = fc.asyncProperty(faultyBytes(reader.seeds), async (bytes) => {
      expect(await tryReader(reader, bytes)).toBeUndefined();
    });
    await fc.assert(property, { seed: 20261129, numRuns: 60 });
  });
});

test.each(inputs)("what was found once is read or refused: $reader/$name", async (input) => {
  const reader = readers.find(({ name }) => name === input.reader);
  if (reader === undefined) throw new Error(`no reader ${input.reader}`);
  const bytes = readFileSync(join(corpus, input.reader, input.name));
  expect(await tryReader(reader, bytes)).toBeUndefined();
});

test("an error that is no sentence is told", async () => {
  const broken = (cause: unknown) => ({
    name: "broken",
    seeds: [],
    read: async () => Promise.reject(cause),
  });
  const place = { exitCode: 2 as const, code: "x", nextStep: "Ändern Sie das." };
  expect(await tryReader(broken(new TypeError("x")), new Uint8Array())).toContain("TypeError");
  expect(await tryReader(broken(new UserError("", place)), new Uint8Array())).toBeDefined();
  expect(
    await tryReader(broken(new UserError("Falsch.", place)), new Uint8Array()),
  ).toBeUndefined();
  expect(existsSync(corpus)).toBe(true);
});
