import { markup, type Html } from "./escape.ts";

/** A sentence with the chapter that proves it. */
export function linked({
  sentence,
  chapter: { id, number },
}: {
  readonly sentence: string;
  readonly chapter: { readonly id: string; readonly number: number };
}): Html {
  return markup`${sentence} <a href="#${id}">Kapitel ${number}</a>`;
}
