import type { GradedCase } from "../../core/case.ts";
import { findPlanted } from "../identifiers/planted-value.ts";
import { searchedText } from "../identifiers/searched-text.ts";
import { rememberObject } from "../text/remember-object.ts";
import type { TextRange } from "../text/text-span.ts";
import data from "./fillers.json" with { type: "json" };
import { redactionTokens, type RedactionToken } from "./redaction-tokens.ts";

export interface Entity {
  readonly label: string;
  /** Words that give it away: „Frau“ before a planted surname may stay, `Prozent` of „38 Prozent“. */
  readonly telling: ReadonlySet<string>;
  /** Where it stands in the source. */
  readonly places: readonly TextRange[];
}

/** The text of a case, read once for all answers to it. */
export interface RedactionSource {
  readonly text: string;
  /** The authored entities of the case, each once. */
  readonly entities: readonly Entity[];
  readonly words: readonly RedactionToken[];
  /** The key of every word. */
  readonly keys: readonly string[];
  /** For every word: is it part of an entity? */
  readonly isEntity: readonly boolean[];
  /** For every word: may it go with an entity beside it, though it is no part of it? */
  readonly isAttached: readonly boolean[];
}

/** Reads the text of a case and what is to be blacked out in it. */
export const redactionSource = rememberObject((graded: GradedCase): RedactionSource => {
  const text = (graded.input?.text ?? "").normalize("NFC");
  const authored = (graded.expected?.entities ?? []).map((one) => one.normalize("NFC"));
  const entities = findEntities(text, [...new Set(authored)]);
  const words = redactionTokens(text);
  const isCovered = coverage(text.length, entities);
  const isEntity = words.map(({ start }) => isCovered[start] === 1);
  return {
    text,
    entities,
    words,
    keys: words.map(({ key }) => key),
    isEntity,
    isAttached: words.map((_word, index) => isAttached(words, index, isEntity)),
  };
});

function findEntities(source: string, labels: readonly string[]): Entity[] {
  const searched = searchedText(source);
  return labels.map((label) => {
    const keys = new Set(redactionTokens(label).map(({ key }) => key));
    return { label, telling: tellingKeys(keys), places: findPlanted(searched, label) };
  });
}

/** Words that tell nothing alone: titles, units, legal forms. */
const fillers: ReadonlySet<string> = new Set(data.words);

/** An entity of nothing but such words keeps them all. */
function tellingKeys(keys: ReadonlySet<string>): ReadonlySet<string> {
  const telling = new Set([...keys].filter((key) => !fillers.has(key)));
  return telling.size > 0 ? telling : keys;
}

function coverage(length: number, entities: readonly Entity[]): Uint8Array {
  const covered = new Uint8Array(length);
  for (const { start, end } of entities.flatMap(({ places }) => places))
    covered.fill(1, start, end);
  return covered;
}

/** Most words between an entity and one that hangs on it: `geboren am 3. Mai`. */
const farthest = 3;

/** A title, unit, legal form or the like beside an entity, with only such words between. */
function isAttached(
  words: readonly RedactionToken[],
  index: number,
  isEntity: readonly boolean[],
): boolean {
  if (!fillers.has(words[index]?.key ?? "") || isEntity[index] === true) return false;
  for (const step of [-1, 1]) {
    for (let away = 1; away <= farthest; away += 1) {
      const place = index + step * away;
      if (isEntity[place] === true) return true;
      if (!fillers.has(words[place]?.key ?? "")) break;
    }
  }
  return false;
}
