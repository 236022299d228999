import type { View } from "../view.ts";
import { chapter } from "./chapter.ts";
import { descriptions } from "./descriptions.ts";
import type { Html } from "./escape.ts";

/** The words of the report, in plain language. */
export function glossary({ say }: View): Html {
  return chapter(
    say.chapters.glossary,
    descriptions(
      say.glossary.map(([term, meaning]) => [term ?? "", say.abbreviated(meaning ?? "")]),
    ),
  );
}
