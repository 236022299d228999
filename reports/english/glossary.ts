import { chapter } from "../html/chapter.ts";
import { descriptions } from "../html/descriptions.ts";
import type { Html } from "../html/escape.ts";
import { chapters } from "./chapters.ts";
import terms from "./glossary.json" with { type: "json" };

/** The words of the report, in plain English. */
export function glossary(): Html {
  return chapter(
    chapters.glossary,
    descriptions(terms.map(([term, meaning]) => [term ?? "", meaning ?? ""])),
  );
}
