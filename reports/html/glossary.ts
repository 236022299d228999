import terms from "../words/glossary.json" with { type: "json" };
import { abbreviated } from "./abbreviated.ts";
import { chapter, chapters } from "./chapter.ts";
import { descriptions } from "./descriptions.ts";
import type { Html } from "./escape.ts";

/** The words of the report, in plain German. */
export function glossary(): Html {
  return chapter(
    chapters.glossary,
    descriptions(terms.map(([term, meaning]) => [term ?? "", abbreviated(meaning ?? "")])),
  );
}
