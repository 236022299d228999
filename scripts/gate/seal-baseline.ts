import { createHash } from "node:crypto";
import type { BaselineContent, GateBaseline } from "../../core/gate-baseline.ts";
import { canonicalJson } from "../../engine/canonical-json.ts";

/** A baseline with the hash over all that is in it, the outcomes as well. */
export function sealBaseline(content: BaselineContent): GateBaseline {
  return { ...content, contentHash: hashOf(content) };
}

/** Whether nothing was changed since the baseline was written; whoever makes a new hash is not found. */
export function isSealed({ contentHash, ...content }: GateBaseline): boolean {
  return contentHash === hashOf(content);
}

function hashOf(content: BaselineContent): string {
  return createHash("sha256").update(canonicalJson(content)).digest("hex");
}
