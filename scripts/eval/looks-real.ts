import type { Finding } from "../../graders/identifiers/finding.ts";
import { recognise } from "../../graders/identifiers/recognise.ts";

/**
 * Identifiers in texts that look like those of real persons: with a right check digit, a cue or an
 * unmistakable form. Not counted are a postcode with its town, which is nobody's, and addresses under
 * the names that are reserved for examples (RFC 2606).
 */
export function looksReal(texts: readonly string[]): Finding[] {
  return texts.flatMap(recognise).filter((found) => found.counts && !isHarmless(found));
}

function isHarmless({ kind, value }: Finding): boolean {
  return kind === "postal-town" || (kind === "email" && reserved.test(value));
}

const reserved = /[@.](?:example|test|invalid|localhost|example\.(?:com|net|org))$/iu;
