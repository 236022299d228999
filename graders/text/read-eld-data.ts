import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readEldNgrams, type EldNgrams } from "./read-eld-ngrams.ts";

/** What eld 2.1.0 reckons with; its modules are not exported, so they are required by their path. */
export interface EldData {
  /** Codes of the languages by number. */
  readonly languages: readonly string[];
  /** Numbers of the languages by code. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly scoresOf: EldNgrams["scoresOf"];
  /** Everything that is no letter. */
  readonly separators: RegExp;
  /** A character code for every byte. */
  readonly bytes: Uint8Array;
}

/** Reads the database of eld, size large. */
export function readEldData(): EldData {
  const require = createRequire(import.meta.url);
  const source = join(dirname(fileURLToPath(import.meta.resolve("eld/large"))), "..");
  const read = (file: string): unknown => require(join(source, file));
  const { languages, scoresOf } = readEldNgrams(join(source, "ngrams", "large.js"));
  const { dictionary } = read("dictionary.js") as { dictionary: readonly string[] };
  const { separators } = read("regexPatterns.js") as Pick<EldData, "separators">;
  return {
    languages,
    numbers: new Map(languages.map((code, number) => [code, number])),
    scoresOf,
    separators,
    bytes: Uint8Array.from(dictionary, (character) => character.charCodeAt(0)),
  };
}
