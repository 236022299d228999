import type { ModelDescription } from "../../core/model.ts";
import knownNames from "../words/model-names.json" with { type: "json" };

/** Stands for every character of a name that is taken out; keeps offsets as they are. */
export const maskCharacter = "█";

/** Blackens names of models and providers in a text; the text keeps its length. */
export type MaskNames = (text: string) => string;

/** Names of the tested models, and of well-known models and providers, wherever they stand. */
export function maskKnownNames(models: readonly ModelDescription[]): MaskNames {
  return maskPattern([...models.flatMap(namesOf), ...knownNames]);
}

/** Only names of the tested models: for texts that are not from a model. */
export function maskTestedNames(models: readonly ModelDescription[]): MaskNames {
  return maskPattern(models.flatMap(namesOf));
}

/**
 * A name counts as a whole word, whatever its case, with a version behind it: `GPT-4o`, `Gemma 3`.
 */
function maskPattern(names: readonly string[]): MaskNames {
  const wanted = [...new Set(names)].filter((name) => name.trim() !== "");
  if (wanted.length === 0) return (text) => text;
  const choices = wanted
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`));
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${choices.join("|")})(?:[- ]?v?\d[\w.]*)?(?!\p{L})`,
    "giu",
  );
  return (text) => text.replaceAll(pattern, (found) => maskCharacter.repeat(found.length));
}

/** The id, the name, and the part of the id after the way when it is more than a plain word. */
function namesOf({ id, name }: ModelDescription): string[] {
  const tail = id.slice(id.indexOf(":") + 1);
  const family = /^\p{L}{3,}(?=\d)/u.exec(tail)?.[0];
  const telling = /[\d-]/u.test(tail) ? [tail] : [];
  return [
    id,
    ...(name === undefined ? [] : [name]),
    ...telling,
    ...(family === undefined ? [] : [family]),
  ];
}
