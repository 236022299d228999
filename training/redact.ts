import type { Draft, Proof } from "./draft.ts";
import type { Exercise } from "./exercise.ts";
import type { Judges, Place } from "./material.ts";
import { withoutModelNames } from "./text/model-label.ts";

/** What was taken out of an exercise; never the value itself. */
export interface Redaction {
  readonly exercise: string;
  readonly anchor: string;
  readonly kind: string;
  readonly count: number;
}

/**
 * The identifier check over everything that leaves. In an invented case its own invented persons stay,
 * as the exercise is about them; every other identifier becomes `[entfernt: Art]`, and the names of
 * models become `[Modell]`. Exercise and proofs change alike, so that the proofs are about what leaves.
 */
export function redact(
  draft: Draft,
  judges: Judges,
): { readonly draft: Draft; readonly redactions: Redaction[] } {
  const { place, exercise } = draft;
  const counts = new Map<string, number>();
  const known = Object.values(place.case.input).join("\n");
  const replace = (text: string): string => {
    return withoutModelNames(withoutIdentifiers(text, { place, judges, counts }), known);
  };
  const changed = {
    place,
    exercise: mapTexts(exercise, replace),
    proofs: draft.proofs.map((proof) => mapProof(proof, replace)),
  };
  const redactions = [...counts].map(([kind, count]) => ({
    exercise: exercise.id,
    anchor: exercise.source.anchor,
    kind,
    count,
  }));
  return { draft: changed, redactions };
}

interface Check {
  readonly place: Place;
  readonly judges: Judges;
  /** Counts what is taken out, by kind. */
  readonly counts: Map<string, number>;
}

function withoutIdentifiers(text: string, { place, judges, counts }: Check): string {
  const foreign = judges
    .identifiers(text, place)
    .filter(({ start, end }) => !isInvented(text.slice(start, end), place))
    .toSorted((a, b) => b.start - a.start);
  let cleaned = text;
  let last = Number.POSITIVE_INFINITY;
  for (const { start, end, kind } of foreign) {
    if (end > last) continue;
    cleaned = `${cleaned.slice(0, start)}[entfernt: ${kind}]${cleaned.slice(end)}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    last = start;
  }
  return cleaned;
}

/** Stands in the texts of an invented case. */
function isInvented(value: string, { case: graded }: Place): boolean {
  if (graded.protection !== "synthetic") return false;
  const own = [
    ...Object.values(graded.input),
    graded.reference,
    ...(graded.expected.protected ?? []),
  ];
  const wanted = compact(value);
  return own.some((text) => compact(text ?? "").includes(wanted));
}

function compact(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

function mapProof(proof: Proof, replace: (text: string) => string): Proof {
  if (proof.kind === "unlike") return { ...proof, texts: proof.texts.map(replace) };
  if (proof.kind === "fact") return { ...proof, text: replace(proof.text) };
  return { ...proof, text: replace(proof.text) };
}

/** Keys whose values are names of the program, not texts. */
const fixedKeys = new Set([
  "id",
  "kind",
  "competence",
  "anchor",
  "language",
  "suite",
  "case",
  "licence",
]);

/** Every text of an exercise, replaced; numbers and names of the program stay. */
export function mapTexts(exercise: Exercise, replace: (text: string) => string): Exercise {
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === "string") return fixedKeys.has(key) ? value : replace(value);
    if (Array.isArray(value)) return value.map((item) => walk(item, key));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, walk(part, name)]),
    );
  };
  return walk(exercise, "") as Exercise;
}
