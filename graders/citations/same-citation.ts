import type { Value } from "../text/value.ts";

/** A §-reference in its parts. */
export interface Citation {
  /** `§ 58` */
  readonly section: string;
  /** Canonical name of the law; undefined when it is not said. */
  readonly statute: string | undefined;
  /** `abs` → `1`, `satz` → `2` … */
  readonly parts: ReadonlyMap<string, string>;
}

export function readCitation({ canonical }: Value): Citation {
  const [sign = "", number = "", ...rest] = canonical.split(" ");
  const parts = rest.filter((part) => !part.startsWith("@")).map((part) => part.split("-"));
  return {
    section: `${sign} ${number}`,
    statute: rest.find((part) => part.startsWith("@")),
    parts: new Map(parts.map(([kind = "", which = ""]) => [kind, which])),
  };
}

/**
 * Is it the same place of the law? The law has to be the same where both name one. What only one of
 * them names (paragraph, sentence, number) does no harm: the list says how precisely it is checked.
 */
export function isSameCitation(listed: Citation, found: Citation): boolean {
  if (listed.section !== found.section) return false;
  const differs = listed.statute !== undefined && found.statute !== undefined;
  if (differs && listed.statute !== found.statute) return false;
  for (const [kind, which] of found.parts) {
    const wanted = listed.parts.get(kind);
    if (wanted !== undefined && wanted !== which) return false;
  }
  return true;
}
