import { readFileSync } from "node:fs";

/** Reads a file of vectors that `make-vectors.py` wrote with scipy and statsmodels. */
export function readVectors(name: string): unknown {
  const file = new URL(`../vectors/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { rows: unknown }).rows;
}
