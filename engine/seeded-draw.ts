import { createHash } from "node:crypto";

/** Draws one of the items; the same items and the same seed text always give the same one. */
export function drawFrom(items: readonly string[], seed: string): string {
  const drawn = items[createHash("sha256").update(seed).digest().readUInt32BE() % items.length];
  if (drawn === undefined) throw new RangeError("nothing to draw from");
  return drawn;
}
