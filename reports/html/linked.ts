import { fill } from "../fill.ts";
import type { View } from "../view.ts";
import { markup, type Html } from "./escape.ts";

/** A sentence with the chapter that proves it. */
export function linked(
  { say, mark }: View,
  {
    sentence,
    chapter: { id, number },
  }: {
    readonly sentence: string;
    readonly chapter: { readonly id: string; readonly number: number };
  },
): Html {
  return markup`${mark(sentence)} <a href="#${id}">${fill(say.text.chapterOf, String(number))}</a>`;
}
